package dev.evenkeel.server.shared;

import java.util.Optional;
import java.util.Set;

/**
 * Something wrong that those who can do something about it are told on every page. Asked often: be
 * quick.
 */
public interface Trouble {
  /** What is wrong and what to do; empty while all is well. */
  Optional<String> trouble();

  /** Whoever has one of these is told; everybody who is signed in when there is none. */
  default Set<Right> concerns() {
    return Set.of();
  }

  /** Where something can be done about it. */
  default Optional<String> path() {
    return Optional.empty();
  }
}
