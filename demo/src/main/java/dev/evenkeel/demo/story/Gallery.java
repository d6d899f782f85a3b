package dev.evenkeel.demo.story;

import dev.evenkeel.demo.server.Doorman;
import dev.evenkeel.demo.server.ServerProcess;
import dev.evenkeel.demo.server.Visitor;
import java.io.IOException;
import java.net.URI;

/** From where a run is watched: its page, opened in the browser where there is one. */
public final class Gallery {

  private final Visitor visitor;
  private final Doorman doorman;
  private final Narrator narrator;
  private final boolean browser;

  private Gallery(Visitor visitor, Doorman doorman, Narrator narrator, boolean browser) {
    this.visitor = visitor;
    this.doorman = doorman;
    this.narrator = narrator;
    this.browser = browser;
  }

  /**
   * @param browser whether to open the browser at all
   */
  public static Gallery open(
      ServerProcess server, Narrator narrator, boolean browser, Ending ending)
      throws IOException, InterruptedException {
    Visitor visitor = server.join();
    return new Gallery(visitor, ending.with(Doorman.standingFor(visitor)), narrator, browser);
  }

  /** Says where a page is, and shows it. */
  public void show(String page) {
    String door = doorman.doorTo(URI.create(page)).toString();
    narrator.say("  Watch it at " + door);
    narrator.say(
        "  That address works once. Later, until the demo ends: %s, name %s, password %s"
            .formatted(page, visitor.name(), visitor.password()));
    if (browser) {
      Browser.open(door);
    }
  }
}
