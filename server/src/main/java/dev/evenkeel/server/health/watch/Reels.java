package dev.evenkeel.server.health.watch;

import dev.evenkeel.server.health.store.ReadingStore;
import dev.evenkeel.server.health.store.ReadingStore.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps the reels of watches that are judged often, and reads only what came since. */
@Component
class Reels {
  /** Looks that take their own time come in that much later than those that do not. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private static final int REMEMBERED = 30;

  /** Readings of a source and target at most; a day with a look a second is thinned before. */
  private static final int READINGS = 20_000;

  private final ReadingStore readings;
  private final Map<String, Reel> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reel> eldest) {
          return size() > REMEMBERED;
        }
      };

  Reels(ReadingStore readings) {
    this.readings = readings;
  }

  Reel of(String watch, Collection<String> sources, Instant now) {
    Reel reel;
    synchronized (remembered) {
      reel = remembered.computeIfAbsent(watch, _ -> new Reel());
    }
    var newest = reel.newest();
    var after = newest.equals(Instant.EPOCH) ? newest : newest.minus(LATE);
    reel.add(readings.tracks(watch, new Wanted(sources, after, now, READINGS)));
    return reel;
  }

  /** What was read was dropped. */
  void forget(String watch) {
    synchronized (remembered) {
      remembered.remove(watch);
    }
  }
}
