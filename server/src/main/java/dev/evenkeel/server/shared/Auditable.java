package dev.evenkeel.server.shared;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something was changed or decided. It is published within the transaction that does it: the audit
 * trail gets its row in the same transaction, so that there is no change without one.
 *
 * @param actor empty for whoever sends the request that is answered now
 * @param what in a few words, such as {@code upgrade changed}
 * @param subject a path, such as {@code /upgrades/12} or {@code /runs/k3x9}
 * @param facts what else an auditor wants to know; never the value of a secret
 */
public record Auditable(
    Optional<Actor> actor, String what, String subject, SortedMap<String, String> facts) {
  /** In whose name something is done when nobody asks for it just now. */
  public static final String FOR = "in the name of";

  public Auditable {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  public static Auditable by(Actor actor, String what, String subject) {
    return new Auditable(Optional.of(actor), what, subject, new TreeMap<>());
  }

  /** Done by whoever sends the request that is answered now, or by Evenkeel when there is none. */
  public static Auditable now(String what, String subject) {
    return new Auditable(Optional.empty(), what, subject, new TreeMap<>());
  }

  public Auditable with(String name, Object value) {
    SortedMap<String, String> more = new TreeMap<>(facts);
    more.put(name, String.valueOf(value));
    return new Auditable(actor, what, subject, more);
  }

  public Auditable with(String name, Optional<?> value) {
    return value.isPresent() ? with(name, value.get()) : this;
  }

  public Auditable without(String name) {
    SortedMap<String, String> fewer = new TreeMap<>(facts);
    fewer.remove(name);
    return new Auditable(actor, what, subject, fewer);
  }

  public Auditable with(Map<String, String> others) {
    SortedMap<String, String> more = new TreeMap<>(facts);
    more.putAll(others);
    return new Auditable(actor, what, subject, more);
  }
}
