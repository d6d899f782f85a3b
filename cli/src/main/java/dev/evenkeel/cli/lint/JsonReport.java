package dev.evenkeel.cli.lint;

import dev.evenkeel.runbook.Finding;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Findings for programs. Fields are only ever added. */
final class JsonReport implements Report {
  static final ObjectWriter WRITER = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  private record Document(
      long errors, long warnings, List<Found> findings, List<Unreadable> unreadable) {}

  /**
   * @param line from 1; 0 when the finding has no place
   * @param column from 1, in characters; 0 when the finding has no place
   */
  private record Found(
      String file,
      int line,
      int column,
      String severity,
      String rule,
      String message,
      String wayOut) {
    static Found of(Finding finding) {
      return new Found(
          finding.file(),
          finding.where().line(),
          finding.where().column(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.rule(),
          finding.message(),
          finding.wayOut());
    }
  }

  private record Unreadable(String file, String reason) {}

  @Override
  public String of(List<Linted> files) {
    Document document =
        new Document(
            files.stream().mapToLong(Linted::errors).sum(),
            files.stream().mapToLong(Linted::warnings).sum(),
            files.stream().flatMap(file -> file.findings().stream()).map(Found::of).toList(),
            files.stream()
                .flatMap(f -> f.unreadable().stream().map(why -> new Unreadable(f.name(), why)))
                .toList());
    return WRITER.writeValueAsString(document) + System.lineSeparator();
  }
}
