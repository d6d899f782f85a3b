package dev.evenkeel.server.risk;

import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.plan.Terms;
import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/**
 * What was last computed of a map and the terms of an upgrade: one page asks for the same several
 * times, and the next one is mostly about the same upgrade. Given up when memory is short, as it
 * holds on to a whole estate.
 */
final class SeenLast<T> {
  private record Seen<T>(EstateMap map, Terms terms, T value) {}

  private volatile SoftReference<Seen<T>> last = new SoftReference<>(null);

  T of(EstateMap map, Terms terms, Supplier<T> computed) {
    Seen<T> seen = last.get();
    if (seen == null || seen.map() != map || !seen.terms().equals(terms)) {
      seen = new Seen<>(map, terms, computed.get());
      last = new SoftReference<>(seen);
    }
    return seen.value();
  }
}
