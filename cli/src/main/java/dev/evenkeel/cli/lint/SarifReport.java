package dev.evenkeel.cli.lint;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Rule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Findings as SARIF 2.1.0, which code hosts show beside the lines of a change. */
final class SarifReport implements Report {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public String of(List<Linted> files) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver()));
    run.put("columnKind", "unicodeCodePoints");
    run.put("invocations", List.of(invocation(files)));
    run.put(
        "results",
        files.stream().flatMap(file -> file.findings().stream()).map(SarifReport::result).toList());
    return JsonReport.WRITER.writeValueAsString(
            inOrder("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)))
        + System.lineSeparator();
  }

  private static Map<String, Object> driver() {
    return inOrder(
        "name", "evenkeel lint", "rules", Stream.of(Rule.values()).map(SarifReport::rule).toList());
  }

  private static Map<String, Object> rule(Rule rule) {
    return inOrder(
        "id", rule.id(),
        "shortDescription", Map.of("text", rule.says()),
        "help", Map.of("text", "See docs/lint-rules.md, " + rule.id() + "."),
        "defaultConfiguration", Map.of("level", level(rule.severity())));
  }

  private static Map<String, Object> invocation(List<Linted> files) {
    List<Map<String, Object>> unreadable =
        files.stream()
            .flatMap(file ->
                file.unreadable().stream()
                    .map(why ->
                        inOrder(
                            "level", "error", "message", Map.of("text", file.name() + ": " + why))))
            .toList();
    return inOrder(
        "executionSuccessful", unreadable.isEmpty(), "toolExecutionNotifications", unreadable);
  }

  private static Map<String, Object> result(Finding finding) {
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", Map.of("uri", uri(finding.file())));
    if (finding.where().line() > 0) {
      physical.put(
          "region",
          inOrder("startLine", finding.where().line(), "startColumn", finding.where().column()));
    }
    return inOrder(
        "ruleId", finding.rule(),
        "level", level(finding.severity()),
        "message", Map.of("text", finding.message() + " " + finding.wayOut()),
        "locations", List.of(Map.of("physicalLocation", physical)));
  }

  private static String level(Finding.Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** Relative paths stay relative, so that a code host finds them in the repository. */
  private static String uri(String file) {
    try {
      if (Path.of(file).isAbsolute()) {
        return Path.of(file).toUri().toASCIIString();
      }
      return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
    } catch (URISyntaxException | InvalidPathException e) {
      return file;
    }
  }

  private static Map<String, Object> inOrder(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
