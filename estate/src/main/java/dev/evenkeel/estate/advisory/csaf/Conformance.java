package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.List;

/**
 * What the tests of CSAF say of a document.
 *
 * @param errors of mandatory tests: the document is not valid
 * @param remarks of the others
 */
public record Conformance(List<String> errors, List<String> remarks) {
  private static final List<Rule> MANDATORY = List.of();
  private static final List<Rule> OTHERS = List.of();

  public Conformance {
    errors = List.copyOf(errors);
    remarks = List.copyOf(remarks);
  }

  public static Conformance of(Part document) {
    return new Conformance(said(MANDATORY, document), said(OTHERS, document));
  }

  private static List<String> said(List<Rule> rules, Part document) {
    return rules.stream()
        .flatMap(rule ->
            rule.problems(document).map(problem -> "Test %s: %s".formatted(rule.number(), problem)))
        .toList();
  }
}
