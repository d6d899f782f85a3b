package dev.evenkeel.estate.imports;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of YAML or JSON whose shape is not known: what is not there, or of another shape, is
 * empty.
 */
record Node(@Nullable Value value) {
  static final Node NONE = new Node(null);

  Node get(String key) {
    return value instanceof Value.Fields fields ? new Node(fields.values().get(key)) : NONE;
  }

  /** Key by key into it. */
  Node at(String... keys) {
    Node node = this;
    for (String key : keys) {
      node = node.get(key);
    }
    return node;
  }

  /** As written; empty when it is no single value, or none. */
  String text() {
    return value instanceof Value.Scalar scalar && scalar.value() != null
        ? scalar.text().strip()
        : "";
  }

  /** As written, when there is something. */
  Optional<String> some() {
    return Optional.of(text()).filter(text -> !text.isEmpty());
  }

  List<Node> items() {
    return value instanceof Value.Items items
        ? items.values().stream().map(Node::new).toList()
        : List.of();
  }

  Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (value instanceof Value.Fields fields) {
      fields.values().forEach((key, entry) -> entries.put(key, new Node(entry)));
    }
    return entries;
  }

  boolean isMapping() {
    return value instanceof Value.Fields;
  }

  boolean isThere() {
    return value != null && !(value instanceof Value.Scalar scalar && scalar.value() == null);
  }

  Where where() {
    return value == null ? Where.NOWHERE : value.where();
  }

  Place place(ImportFile file) {
    return file.line(Math.max(1, where().line()));
  }

  /** Where a key of it stands. */
  Place placeOf(String key, ImportFile file) {
    return value instanceof Value.Fields fields
        ? file.line(Math.max(1, fields.whereKey(key).line()))
        : place(file);
  }
}
