package dev.evenkeel.runbook.yaml;

import dev.evenkeel.runbook.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What to say about text that is not YAML, in words for whoever wrote it. */
final class SyntaxTrouble {
  private static final String UNKNOWN = "what stands there does not fit";

  /**
   * By what the library says; the first that it contains counts. What is not known is said in
   * general: its own words are made for those who write parsers.
   */
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("TAB", "a tab cannot stand here");
    WORDS.put("mapping values are not allowed", "a colon cannot stand here");
    WORDS.put("mapping keys are not allowed", "a question mark cannot stand here");
    WORDS.put("sequence entries are not allowed", "an item with '-' cannot stand here");
    WORDS.put("could not find expected ':'", "a colon is missing after a name");
    WORDS.put("expected ',' or ']'", "a list in […] is not closed, or a comma is missing in it");
    WORDS.put("expected ',' or '}'", "a mapping in {…} is not closed, or a comma is missing in it");
    WORDS.put("unexpected document separator", "'---' or '...' stands within a text in quotes");
    WORDS.put("expected <block end>", "this line does not fit the ones above it");
    WORDS.put("unexpected end of stream", "a text in quotes is not closed");
    WORDS.put("unknown escape character", "this letter cannot stand after a backslash");
    WORDS.put(
        "expected escape sequence",
        "\\x, \\u or \\U is not followed by all its hexadecimal digits");
    WORDS.put("that cannot start any token", "a text cannot begin with this character");
    WORDS.put("indentation indicator", "what stands after | or > cannot stand there");
    WORDS.put("chomping or indentation", "what stands after | or > cannot stand there");
    WORDS.put("leading empty lines", "an empty line is indented deeper than the text after it");
    WORDS.put("expected the node content", "a value is missing here");
    WORDS.put("undefined tag handle", "a text that begins with ! needs quotation marks");
    WORDS.put("expected '<document start>'", "there is more after the end of the document");
    WORDS.put("directive", "a line that begins with % cannot stand here");
    WORDS.put(
        "unexpected character found", "a name must follow & or *, without special characters");
    WORDS.put("alphabetic or numeric", "a name must follow & or *, without special characters");
    WORDS.put("special characters are not allowed", "it has a character that YAML does not allow");
    WORDS.put("URI", "a text that begins with ! needs quotation marks");
  }

  private SyntaxTrouble() {}

  static String message(MarkedYamlEngineException e) {
    return "This is not YAML: %s.".formatted(says(e.getContext() + ": " + e.getProblem()));
  }

  private static String says(String problem) {
    return WORDS.entrySet().stream()
        .filter(one -> problem.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(UNKNOWN);
  }

  static String wayOut(MarkedYamlEngineException e, String text, Where where) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB")) {
      return "Indent with spaces.";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "Put a text with a colon in quotation marks, and check the indentation of this line.";
    }
    if (problem.contains("that cannot start any token")
        || problem.contains("alphabetic or numeric")) {
      return "Put the text in quotation marks.";
    }
    if (problem.contains("escape")) {
      return "Write the backslash twice, or put the text in 'single' quotation marks.";
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
