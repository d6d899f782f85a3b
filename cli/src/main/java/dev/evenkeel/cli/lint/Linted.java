package dev.evenkeel.cli.lint;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.runbook.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file and what was found in it.
 *
 * @param name as given; {@code <stdin>} for standard input
 * @param text empty when it could not be read
 * @param unreadable why it could not be read, and what to do
 */
record Linted(String name, String text, List<Finding> findings, Optional<String> unreadable) {
  /** One more than the reader takes, so that it can say that there is too much. */
  private static final int MOST_BYTES = 4 * (1 << 20) + 1;

  Linted {
    findings = List.copyOf(findings);
  }

  /** Whether a run could begin, as far as the text tells. */
  boolean isFine() {
    return unreadable.isEmpty() && errors() == 0;
  }

  long errors() {
    return count(Finding.Severity.ERROR);
  }

  long warnings() {
    return count(Finding.Severity.WARNING);
  }

  private long count(Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  static Linted read(String file, InputStream standardInput) {
    boolean piped = file.equals("-");
    String name = piped ? "<stdin>" : file;
    try (InputStream in = piped ? standardInput : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      String text = new String(bytes, StandardCharsets.UTF_8);
      // What is too long is refused as that; its end may be cut within a character.
      List<Finding> findings =
          text.length() <= RunbookReader.LONGEST && Utf8.of(bytes) instanceof Utf8.Broken broken
              ? List.of(broken.finding(name))
              : RunbookReader.read(name, text).findings();
      return new Linted(name, text, findings, Optional.empty());
    } catch (IOException | InvalidPathException e) {
      return new Linted(name, "", List.of(), Optional.of(why(file, e)));
    }
  }

  private static String why(String file, Exception e) {
    if (e instanceof NoSuchFileException) {
      return "There is no such file. Check the path, or give - to read from standard input.";
    }
    if (e instanceof AccessDeniedException) {
      return "You may not read this file. Change its permissions, or run as somebody who may.";
    }
    if (!(e instanceof InvalidPathException) && Files.isDirectory(Path.of(file))) {
      return "This is a folder. Name the runbooks in it: %s/*.yaml".formatted(file);
    }
    return "The file cannot be read: %s. Check the path and the disk.".formatted(e.getMessage());
  }
}
