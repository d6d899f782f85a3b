package dev.evenkeel.server.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Lets each link change so much within a minute. */
final class GuestBrake {
  static final int CHANGES = 30;
  static final Duration WITHIN = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private final Map<UUID, Deque<Instant>> changes =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Deque<Instant>> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized boolean lets(UUID link, Instant now) {
    Deque<Instant> times = changes.computeIfAbsent(link, _ -> new ArrayDeque<>());
    while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(WITHIN))) {
      times.removeFirst();
    }
    if (times.size() >= CHANGES) {
      return false;
    }
    times.addLast(now);
    return true;
  }
}
