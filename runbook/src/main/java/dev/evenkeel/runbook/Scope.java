package dev.evenkeel.runbook;

import java.util.Map;
import java.util.Optional;

/** What the names in {@code ${…}} stand for at one place of a run. */
public interface Scope {

  /**
   * The value of a name such as {@code inputs.version}, {@code target.port}, {@code wave.share},
   * {@code steps.backup.stdout} or {@code secrets.db}.
   *
   * @return empty when the name stands for nothing here
   */
  Optional<String> valueOf(String name);

  /** A scope that knows exactly the given names. */
  static Scope of(Map<String, String> values) {
    return name -> Optional.ofNullable(values.get(name));
  }
}
