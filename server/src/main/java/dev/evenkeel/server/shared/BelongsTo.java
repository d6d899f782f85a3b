package dev.evenkeel.server.shared;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Tells which systems a page or a call is about, so that rights for one team can be held to it. */
public interface BelongsTo {
  /**
   * @param pattern of the address, such as {@code /upgrades/{id}/risks}
   * @param parts what stands in the address for its variables
   * @return empty when it is about nothing of its own kind
   */
  Optional<Collection<String>> systems(String pattern, Map<String, String> parts);
}
