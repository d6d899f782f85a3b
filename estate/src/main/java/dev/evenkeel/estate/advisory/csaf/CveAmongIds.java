package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** A CVE stands where it belongs. */
final class CveAmongIds implements Rule {
  @Override
  public String number() {
    return "6.2.17";
  }

  @Override
  public Stream<String> problems(Part document) {
    return document
        .items("vulnerabilities")
        .flatMap(one -> one.items("ids"))
        .filter(id -> id.text("text").filter(text -> text.matches("CVE-\\d+-\\d+")).isPresent())
        .map(id -> "%s: a CVE belongs into the field cve.".formatted(id.path()));
  }
}
