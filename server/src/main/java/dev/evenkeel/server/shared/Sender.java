package dev.evenkeel.server.shared;

import java.util.List;
import java.util.Optional;

/** Who sends the current request, as far as modules that check rights need to know. */
public interface Sender {
  /** What they may do; empty in work that no request began. */
  Optional<Rights> rightsOfSender();

  /** Names of people who can grant rights. */
  List<String> granters();
}
