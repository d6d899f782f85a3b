package dev.evenkeel.server.secrets;

import java.util.Optional;

/** Secrets by name, for those who only use them. */
public interface SecretStore {

  /**
   * The secret in clear; empty when there is none of this name.
   *
   * @throws dev.evenkeel.server.shared.Refused when it cannot be opened with this server's key
   */
  Optional<String> open(String name);
}
