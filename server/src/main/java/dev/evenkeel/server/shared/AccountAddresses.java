package dev.evenkeel.server.shared;

import java.util.Map;
import java.util.Optional;

/** The e-mail addresses that people gave with their accounts, by sign-in name. */
public interface AccountAddresses {
  /** Those of people who may sign in. */
  Map<String, String> all();

  Optional<String> of(String person);
}
