package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Track;
import dev.evenkeel.server.health.store.ReadingStore;
import dev.evenkeel.server.health.store.ReadingStore.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What was read before the first change. It changes no more once the last answers to the last looks
 * before it are in, so it is read once and then remembered.
 */
@Component
class Baselines {
  /** Looks of a source and target that count; the newest ones before the change. */
  static final int LOOKS = 2000;

  private static final Duration SETTLED = Duration.ofSeconds(60);
  private static final int REMEMBERED = 100;

  private record Frozen(String watch, Instant changeBegan, Set<String> sources) {}

  private final ReadingStore readings;
  private final Map<Frozen, Map<String, List<Track>>> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Frozen, Map<String, List<Track>>> eldest) {
          return size() > REMEMBERED;
        }
      };

  Baselines(ReadingStore readings) {
    this.readings = readings;
  }

  Map<String, List<Track>> before(
      String watch, Instant changeBegan, Collection<String> sources, Instant now) {
    var frozen = new Frozen(watch, changeBegan, Set.copyOf(sources));
    synchronized (remembered) {
      var known = remembered.get(frozen);
      if (known != null) {
        return known;
      }
    }
    var read = readings.tracks(watch, new Wanted(sources, Instant.EPOCH, changeBegan, LOOKS));
    if (changeBegan.plus(SETTLED).isBefore(now)) {
      synchronized (remembered) {
        remembered.put(frozen, read);
      }
    }
    return read;
  }
}
