package dev.evenkeel.server.comms.status;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets each address have the database asked so often within a minute. */
final class StatusBrake {
  static final int LOOKS = 120;
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private record Looks(Instant since, int count) {}

  private final Map<String, Looks> looks =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Looks> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized boolean lets(String address, Instant now) {
    Looks next =
        looks.merge(
            address,
            new Looks(now, 1),
            (before, one) ->
                before.since().isBefore(now.minus(WITHIN))
                    ? one
                    : new Looks(before.since(), before.count() + 1));
    return next.count() <= LOOKS;
  }
}
