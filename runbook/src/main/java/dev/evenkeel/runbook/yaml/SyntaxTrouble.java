package dev.evenkeel.runbook.yaml;

import dev.evenkeel.runbook.Where;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What to say about text that is not YAML. */
final class SyntaxTrouble {
  private SyntaxTrouble() {}

  static String message(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : e.getContext().strip() + ": ";
    String problem = String.valueOf(e.getProblem()).strip();
    if (problem.contains("TAB")) {
      problem = "a tab cannot stand here";
    }
    problem = problem.replaceAll("'?<stream end>'?", "the end of the text");
    return "This is not YAML: " + context + problem + (problem.endsWith(".") ? "" : ".");
  }

  static String wayOut(MarkedYamlEngineException e, String text, Where where) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB")) {
      return "Indent with spaces.";
    }
    if (line(text, where.line()).contains("${")) {
      return "Put texts with ${…} in quotation marks when they stand inside {…} or […]: \"${target.name}\".";
    }
    return "Check indentation, colons, brackets and quotation marks here and on the line before.";
  }

  private static String line(String text, int number) {
    return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
  }
}
