package dev.evenkeel.server.secrets;

import java.util.Optional;

/** Secrets by name. */
public interface SecretStore {

  /** The secret in clear; empty when there is none of this name. */
  Optional<String> open(String name);
}
