package dev.evenkeel.cli.judge.cases;

import dev.evenkeel.cli.file.Opened;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The lines of a file of cases, one after the other. */
final class CaseLines {
  private static final long MOST_BYTES = 64L << 30;

  /** A hundred times a case of an hour. */
  private static final int LONGEST = 64 << 20;

  private CaseLines() {}

  /**
   * One line, or the end of a file that cannot be read further.
   *
   * @param trouble why there is no text; empty when there is
   */
  record Line(String place, String text, String trouble) {}

  /** Lines before the place where a file is broken are given all the same. */
  static void each(String file, Consumer<Line> lines) {
    int number = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Opened.at(Path.of(file), MOST_BYTES), StandardCharsets.UTF_8))) {
      StringBuilder text = new StringBuilder();
      boolean more = true;
      while (more) {
        number++;
        more = next(reader, text);
        if (text.length() > LONGEST) {
          lines.accept(
              new Line(
                  place(file, number), "", "it has more than %,d characters".formatted(LONGEST)));
        } else if (!text.toString().isBlank()) {
          lines.accept(new Line(place(file, number), text.toString(), ""));
        }
      }
    } catch (IOException e) {
      lines.accept(
          new Line(
              place(file, Math.max(1, number)),
              "",
              "the file cannot be read from here on: %s; fetch it again"
                  .formatted(
                      e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())));
    }
  }

  /** Whether there is more after it. What is longer than the longest is cut. */
  private static boolean next(BufferedReader reader, StringBuilder text) throws IOException {
    text.setLength(0);
    int one;
    while ((one = reader.read()) >= 0) {
      if (one == '\n') {
        return true;
      }
      if (text.length() <= LONGEST) {
        text.append((char) one);
      }
    }
    return false;
  }

  private static String place(String file, int line) {
    return "%s line %d".formatted(file, line);
  }
}
