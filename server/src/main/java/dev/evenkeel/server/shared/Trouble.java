package dev.evenkeel.server.shared;

import java.util.Optional;

/** Something wrong that everybody who is signed in is told on every page. Asked often: be quick. */
public interface Trouble {
  /** What is wrong and what to do; empty while all is well. */
  Optional<String> trouble();
}
