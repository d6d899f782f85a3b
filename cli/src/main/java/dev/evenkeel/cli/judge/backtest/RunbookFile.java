package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Reading;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.RunbookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A runbook in a file. */
final class RunbookFile {
  private static final int MOST_FINDINGS = 10;
  private static final long MOST_BYTES = 4L << 20;

  private RunbookFile() {}

  static Runbook read(String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > MOST_BYTES) {
        throw new Trouble(ExitCode.REFUSED, "%s: %s".formatted(file, RunbookReader.TOO_LONG));
      }
      Reading reading = RunbookReader.read(file, Files.readString(path));
      return reading
          .runbook()
          .orElseThrow(() ->
              new Trouble(
                  ExitCode.REFUSED,
                  "%s is no runbook yet:%n%s%nMore: evenkeel lint %s"
                      .formatted(
                          file,
                          reading.errors().stream()
                              .limit(MOST_FINDINGS)
                              .map(RunbookFile::line)
                              .collect(Collectors.joining("\n")),
                          file)));
    } catch (IOException | InvalidPathException e) {
      throw Trouble.unreadable(file, e);
    }
  }

  private static String line(Finding finding) {
    return "  %s:%d: %s".formatted(finding.file(), finding.where().line(), finding.message());
  }
}
