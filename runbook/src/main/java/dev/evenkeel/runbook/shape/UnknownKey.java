package dev.evenkeel.runbook.shape;

import java.util.Optional;

/** What to do about a key that is not known. */
final class UnknownKey {
  private UnknownKey() {}

  static String wayOut(String key, Optional<String> near, Shape.Mapping shape) {
    if (near.isPresent()) {
      return "Did you mean `%s`?".formatted(near.get());
    }
    if (key.equals("<<")) {
      return "YAML 1.2 merges no keys; repeat them, or share the whole mapping with an alias.";
    }
    return "Known here: %s.".formatted(String.join(", ", shape.names()));
  }
}
