package dev.evenkeel.runbook;

import java.util.Map;
import java.util.Optional;

/**
 * One thing with a version: a node, an instance, a database.
 *
 * @param group named group a wave may ask for
 * @param facts what steps may refer to as {@code ${target.FACT}}; {@code ${target.name}} is always
 *     there
 */
public record Target(String name, Optional<String> group, Map<String, String> facts) {
  public Target {
    facts = Ordered.copyOf(facts);
  }
}
