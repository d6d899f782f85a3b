package dev.evenkeel.estate.lifecycle.match;

import java.util.List;
import java.util.Optional;

/** What a system says of itself besides its name and its version; many say the same. */
record Wording(Optional<String> product, List<String> identifiers) {
  static Wording of(Description system) {
    return new Wording(system.product(), system.identifiers());
  }
}
