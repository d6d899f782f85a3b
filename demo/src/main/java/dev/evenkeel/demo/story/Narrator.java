package dev.evenkeel.demo.story;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Tells people what happens, a line at a time, with the time since the demo began. */
public final class Narrator {

  private final PrintWriter out;
  private final long began = System.nanoTime();

  public Narrator(PrintWriter out) {
    this.out = out;
  }

  public void say(String text) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    line("%2d:%02d  %s".formatted(seconds / 60, seconds % 60, text));
  }

  /** A heading, with air above it. */
  public void chapter(String title) {
    line("");
    say(title);
  }

  /** A line without the time. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }
}
