package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.health.source.MetricSource.Stretch;
import dev.evenkeel.server.health.source.Sources;
import dev.evenkeel.server.health.store.PastStore;
import dev.evenkeel.server.health.store.PastStore.Piece;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the same hours of earlier days for a watch, once, beside its looks.
 *
 * <ol>
 *   <li>Never more than {@value #MOST} readings a watch: with many targets they are further apart.
 *   <li>Never longer than two minutes altogether, and ten seconds a question; what is not read by
 *       then is not compared with.
 *   <li>Readings are kept with the watch, moved forward by whole days, so that a verdict can be
 *       looked into later, also when the source has forgotten.
 * </ol>
 */
@Component
class Pasts {
  private static final Logger LOG = LoggerFactory.getLogger(Pasts.class);

  static final int MOST = 60_000;
  private static final int FINEST = 480;
  private static final int COARSEST = 30;
  private static final Duration SHORTEST_STEP = Duration.ofSeconds(15);
  private static final Duration LEAD = Duration.ofMinutes(10);
  private static final Duration ALTOGETHER = Duration.ofMinutes(2);
  private static final Duration A_QUESTION = Duration.ofSeconds(10);
  private static final int REMEMBERED = 30;

  private final Sources sources;
  private final PastStore past;

  /** Watches of which the past is being read, or was; with what went wrong. */
  private final Map<String, Optional<String>> asked = new ConcurrentHashMap<>();

  private final Map<String, Map<Piece, Track>> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Piece, Track>> eldest) {
          return size() > REMEMBERED;
        }
      };

  Pasts(Sources sources, PastStore past) {
    this.sources = sources;
    this.past = past;
  }

  /** Begins to read, when that has not begun yet. */
  void read(String watch, List<Lookout> lookouts, int days, Duration length, Instant now) {
    if (asked.size() > 100 * REMEMBERED) {
      asked.clear(); // what is read a second time is not kept a second time
    }
    if (asked.putIfAbsent(watch, Optional.empty()) == null) {
      Thread.ofVirtual()
          .name("past-" + watch)
          .start(() -> readAll(watch, lookouts, days, length, now));
    }
  }

  /** What was read of a source; a track a day and target. */
  List<Track> tracks(String watch, String source) {
    Map<Piece, Track> known;
    synchronized (remembered) {
      known = remembered.get(watch);
    }
    if (known == null) {
      known = past.of(watch);
      synchronized (remembered) {
        remembered.put(watch, known);
      }
    }
    return known.entrySet().stream()
        .filter(entry -> entry.getKey().source().equals(source))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Why not all could be read. */
  Optional<String> trouble(String watch) {
    return asked.getOrDefault(watch, Optional.empty());
  }

  private void readAll(
      String watch, List<Lookout> lookouts, int days, Duration length, Instant now) {
    long until = System.nanoTime() + ALTOGETHER.toNanos();
    var step = step(length, lookouts.size() * days);
    for (int day = 1; day <= days; day++) {
      for (var lookout : lookouts) {
        long left = until - System.nanoTime();
        if (left <= 0) {
          asked.put(watch, Optional.of("not all was read within two minutes"));
          return;
        }
        readOne(watch, lookout, day, new Stretch(now.minus(LEAD), now.plus(length)), step, left);
      }
    }
  }

  private void readOne(
      String watch, Lookout lookout, int day, Stretch today, Duration step, long left) {
    var ago = Duration.ofDays(day);
    try {
      var readings =
          sources.past(
              lookout.words(),
              new Stretch(today.from().minus(ago), today.to().minus(ago)),
              step,
              Duration.ofNanos(Math.min(left, A_QUESTION.toNanos())));
      if (!readings.isEmpty()) {
        past.add(
            watch,
            new Piece(lookout.source(), lookout.target().orElse(""), day),
            readings.stream()
                .map(reading -> new Reading(reading.at().plus(ago), reading.facts()))
                .toList());
        synchronized (remembered) {
          remembered.remove(watch);
        }
      }
    } catch (IOException | RuntimeException e) {
      var why = lookout.hiding().apply(String.valueOf(e.getMessage()));
      LOG.warn("Earlier days of {} for {} cannot be read: {}", lookout.source(), watch, why);
      asked.put(watch, Optional.of(why));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Duration step(Duration length, int pieces) {
    long points = Math.clamp(MOST / Math.max(1, pieces), COARSEST, FINEST);
    var step = Duration.ofSeconds(Math.ceilDiv(length.plus(LEAD).toSeconds(), points));
    return step.compareTo(SHORTEST_STEP) > 0 ? step : SHORTEST_STEP;
  }
}
