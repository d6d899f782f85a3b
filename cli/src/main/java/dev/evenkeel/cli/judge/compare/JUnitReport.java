package dev.evenkeel.cli.judge.compare;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Opinion;

/** A finding as the report of a test run, which every pipeline shows. */
final class JUnitReport {
  private JUnitReport() {}

  static String of(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="evenkeel judge compare" tests="%d" failures="%d" errors="0" skipped="%d">
        """
            .formatted(
                finding.opinions().size(),
                count(finding, Verdict.Kind.BREACH),
                count(finding, Verdict.Kind.NOT_ENOUGH_EVIDENCE)));
    finding.opinions().forEach(opinion -> text.append(testcase(opinion)));
    return text.append("</testsuite>\n").toString();
  }

  private static String testcase(Opinion opinion) {
    String says = escaped(opinion.says());
    String inside =
        switch (opinion.kind()) {
          case BREACH -> "<failure message=\"%s\"/>".formatted(says);
          case NOT_ENOUGH_EVIDENCE -> "<skipped message=\"%s\"/>".formatted(says);
          case HEALTHY, WARNING -> "<system-out>%s</system-out>".formatted(says);
        };
    return "  <testcase classname=\"evenkeel\" name=\"%s\">%s</testcase>\n"
        .formatted(escaped(opinion.pair()), inside);
  }

  private static long count(Finding finding, Verdict.Kind kind) {
    return finding.opinions().stream().filter(opinion -> opinion.kind() == kind).count();
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;");
  }
}
