package dev.evenkeel.cli.lint;

import dev.evenkeel.cli.Harmless;
import dev.evenkeel.runbook.Finding;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/**
 * Findings for people: place, message, the line itself with a caret under the spot, the way out.
 */
final class PeopleReport implements Report {
  private final Ansi ansi;

  PeopleReport(Ansi ansi) {
    this.ansi = ansi;
  }

  @Override
  public String of(List<Linted> files) {
    StringBuilder report = new StringBuilder();
    for (Linted file : files) {
      file.unreadable()
          .ifPresent(why ->
              report.append(
                  "%s: %s %s%n%n".formatted(Harmless.inPlace(file.name()), red("error:"), why)));
      List<String> lines = file.text().lines().toList();
      file.findings().forEach(finding -> append(report, finding, lines));
    }
    return report.append(summary(files)).toString();
  }

  private void append(StringBuilder report, Finding finding, List<String> lines) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    int line = finding.where().line();
    int column = finding.where().column();
    String place = line == 0 ? "" : ":%d:%d".formatted(line, column);
    report.append(
        "%s: %s %s %s%n"
            .formatted(
                bold(Harmless.inPlace(finding.file()) + place),
                finding.severity() == Finding.Severity.ERROR
                    ? red(severity + ":")
                    : yellow(severity + ":"),
                Harmless.inPlace(finding.message()),
                faint("[" + finding.rule() + "]")));
    if (line > 0 && line <= lines.size()) {
      Excerpt excerpt = Excerpt.of(lines.get(line - 1), column);
      report.append("%s %s%n".formatted(faint("%6d |".formatted(line)), excerpt.line()));
      report.append("%s %s%n".formatted(faint("       |"), red(excerpt.caret())));
    }
    report.append("%s %s%n%n".formatted(faint("       ="), Harmless.inPlace(finding.wayOut())));
  }

  private String summary(List<Linted> files) {
    long errors = files.stream().mapToLong(Linted::errors).sum();
    long warnings = files.stream().mapToLong(Linted::warnings).sum();
    long unreadable = files.stream().filter(file -> file.unreadable().isPresent()).count();
    StringBuilder summary = new StringBuilder(counted(files.size(), "file"));
    summary.append(": ").append(counted(errors, "error"));
    summary.append(", ").append(counted(warnings, "warning"));
    if (unreadable > 0) {
      summary.append(", ").append(unreadable).append(" not read");
    }
    return summary.append(".%n".formatted()).toString();
  }

  private static String counted(long number, String noun) {
    return number == 1 ? "1 " + noun : number + " " + noun + "s";
  }

  private String bold(String text) {
    return styled("1", text);
  }

  private String red(String text) {
    return styled("1;31", text);
  }

  private String yellow(String text) {
    return styled("1;33", text);
  }

  private String faint(String text) {
    return styled("2", text);
  }

  /** Not picocli's own mark-up, which would take an @ in a runbook for a style. */
  private String styled(String style, String text) {
    return ansi.enabled() ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
  }
}
