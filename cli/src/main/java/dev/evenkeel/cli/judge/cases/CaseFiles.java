package dev.evenkeel.cli.judge.cases;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a folder of cases holds.
 *
 * @param cases by name
 * @param labels what the truth is, when it is told
 */
record CaseFiles(List<Path> cases, Optional<Path> labels) {
  CaseFiles {
    cases = List.copyOf(cases);
  }

  static CaseFiles in(String folder) {
    List<Path> cases = new ArrayList<>();
    try {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(Path.of(folder), "cases*.jsonl{,.gz}")) {
        found.forEach(cases::add);
      }
      Collections.sort(cases);
      Path labels = Path.of(folder, "labels.csv");
      if (cases.isEmpty()) {
        throw refused(
            "There are no cases in %s: none of its files is called cases-….jsonl or .jsonl.gz."
                .formatted(folder));
      }
      return new CaseFiles(
          cases, Files.isReadable(labels) ? Optional.of(labels) : Optional.empty());
    } catch (NotDirectoryException e) {
      throw refused("%s is no folder. Name the one that holds the cases.".formatted(folder));
    } catch (IOException | InvalidPathException e) {
      throw Trouble.unreadable(folder, e);
    }
  }

  private static Trouble refused(String says) {
    return new Trouble(ExitCode.REFUSED, says);
  }
}
