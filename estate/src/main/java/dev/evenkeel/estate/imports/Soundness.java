package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.imports.Rejected.Extent;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document of what a thing says, without what would make it invalid. Each field stands on a line
 * of its own, so that a finding tells which it is about.
 */
final class Soundness {
  private Soundness() {}

  /**
   * @param rejected hears of what is left out
   * @return empty when nothing valid is left
   */
  static Optional<Document> of(Patch patch, Map<String, Object> fields, List<Rejected> rejected) {
    Map<String, Object> rest = new LinkedHashMap<>(fields);
    while (true) {
      Map<String, Value> values = new LinkedHashMap<>();
      Map<String, Where> keys = new HashMap<>();
      List<String> lines = List.copyOf(rest.keySet());
      rest.forEach((key, value) -> {
        Where where = new Where(values.size() + 1, 1);
        keys.put(key, where);
        values.put(key, Json.value(value, where));
      });
      Findings findings = new Findings(patch.place().file());
      Optional<Document> document =
          EstateReader.document(
              patch.kind(), new Value.Fields(values, keys, new Where(1, 1)), findings);
      if (document.isPresent()) {
        return document;
      }
      Finding found = findings.inOrder().getFirst();
      String field = lines.get(found.where().line() - 1);
      boolean whole = field.equals("name") || field.equals("sources");
      rejected.add(
          new Rejected(
              whole && patch.rows() > 0 ? Extent.ROW : Extent.VALUE,
              patch.place(),
              whole
                  ? "'%s'".formatted(patch.name())
                  : "`%s` of '%s'".formatted(field, patch.name()),
              found.message(),
              found.wayOut()));
      if (whole) {
        return Optional.empty();
      }
      rest.remove(field);
    }
  }
}
