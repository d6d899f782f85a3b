package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A weakness is named as the catalogue names it. Known are those that are found most often; others
 * pass.
 */
final class WrongCwe implements Rule {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("CWE-20", "Improper Input Validation"),
          Map.entry(
              "CWE-22",
              "Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')"),
          Map.entry(
              "CWE-77",
              "Improper Neutralization of Special Elements used in a Command ('Command Injection')"),
          Map.entry(
              "CWE-78",
              "Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')"),
          Map.entry(
              "CWE-79",
              "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')"),
          Map.entry(
              "CWE-89",
              "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')"),
          Map.entry("CWE-94", "Improper Control of Generation of Code ('Code Injection')"),
          Map.entry("CWE-125", "Out-of-bounds Read"),
          Map.entry("CWE-190", "Integer Overflow or Wraparound"),
          Map.entry("CWE-287", "Improper Authentication"),
          Map.entry("CWE-352", "Cross-Site Request Forgery (CSRF)"),
          Map.entry("CWE-400", "Uncontrolled Resource Consumption"),
          Map.entry("CWE-416", "Use After Free"),
          Map.entry("CWE-434", "Unrestricted Upload of File with Dangerous Type"),
          Map.entry("CWE-476", "NULL Pointer Dereference"),
          Map.entry("CWE-502", "Deserialization of Untrusted Data"),
          Map.entry("CWE-787", "Out-of-bounds Write"),
          Map.entry("CWE-862", "Missing Authorization"),
          Map.entry("CWE-863", "Incorrect Authorization"),
          Map.entry("CWE-918", "Server-Side Request Forgery (SSRF)"));

  @Override
  public String number() {
    return "6.1.11";
  }

  @Override
  public Stream<String> problems(Part document) {
    return document
        .items("vulnerabilities")
        .flatMap(one -> Stream.concat(Stream.of(one.get("cwe")), one.items("cwes")))
        .filter(cwe -> {
          String right = NAMES.get(cwe.text("id").orElse(""));
          return right != null && !cwe.text("name").equals(Optional.of(right));
        })
        .map(cwe ->
            "%s: %s is not called '%s'."
                .formatted(
                    cwe.path(),
                    cwe.text("id").orElse(""),
                    Part.shortened(cwe.text("name").orElse(""))));
  }
}
