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
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int REMEMBERED = 30;

  private final Sources sources;
  private final PastStore past;

  /** How reading the past of a watch went here. */
  private record Asked(boolean over, Optional<String> trouble) {}

  /**
   * What was read of a watch.
   *
   * @param whole whether nothing is added any more; otherwise another server may do so
   */
  private record Known(Map<Piece, Track> tracks, boolean whole, long readAt) {
    boolean holds() {
      return whole || System.nanoTime() - readAt < AGAIN.toNanos();
    }
  }

  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final Map<String, Known> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
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
    if (asked.putIfAbsent(watch, new Asked(false, Optional.empty())) == null) {
      Thread.ofVirtual()
          .name("past-" + watch)
          .start(
              () -> asked.put(watch, new Asked(true, readAll(watch, lookouts, days, length, now))));
    }
  }

  /** What was read of a source; a track a day and target. */
  List<Track> tracks(String watch, String source) {
    return known(watch).entrySet().stream()
        .filter(entry -> entry.getKey().source().equals(source))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Map<Piece, Track> known(String watch) {
    synchronized (remembered) {
      var known = remembered.get(watch);
      if (known != null && known.holds()) {
        return known.tracks();
      }
    }
    // Asked before it is read: what is added meanwhile must not be missing for ever.
    var state = Optional.ofNullable(asked.get(watch));
    var read = past.of(watch);
    if (state.map(Asked::over).orElse(true)) {
      synchronized (remembered) {
        remembered.put(watch, new Known(read, state.isPresent(), System.nanoTime()));
      }
    }
    return read;
  }

  /** Why not all could be read. */
  Optional<String> trouble(String watch) {
    return Optional.ofNullable(asked.get(watch)).flatMap(Asked::trouble);
  }

  private Optional<String> readAll(
      String watch, List<Lookout> lookouts, int days, Duration length, Instant now) {
    long until = System.nanoTime() + ALTOGETHER.toNanos();
    var step = step(length, lookouts.size() * days);
    Optional<String> trouble = Optional.empty();
    for (int day = 1; day <= days; day++) {
      for (var lookout : lookouts) {
        long left = until - System.nanoTime();
        if (left <= 0) {
          return Optional.of("not all was read within two minutes");
        }
        var today = new Stretch(now.minus(LEAD), now.plus(length));
        var wrong = readOne(watch, lookout, day, today, step, left);
        trouble = wrong.isPresent() ? wrong : trouble;
      }
    }
    return trouble;
  }

  private Optional<String> readOne(
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
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      var why = lookout.hiding().apply(String.valueOf(e.getMessage()));
      LOG.warn("Earlier days of {} for {} cannot be read: {}", lookout.source(), watch, why);
      return Optional.of(why);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the server was being stopped");
    }
  }

  static Duration step(Duration length, int pieces) {
    long points = Math.clamp(MOST / Math.max(1, pieces), COARSEST, FINEST);
    var step = Duration.ofSeconds(Math.ceilDiv(length.plus(LEAD).toSeconds(), points));
    return step.compareTo(SHORTEST_STEP) > 0 ? step : SHORTEST_STEP;
  }
}
