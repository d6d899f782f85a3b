package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.Spoken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The time by which runs are decided, and whether it jumped: the clock of this server is compared
 * with one nobody can set, each time somebody asks for the time. A jump is kept until every run
 * that was under way has heard of it.
 */
@Component
class ClockJumps {
  private static final Logger log = LoggerFactory.getLogger(ClockJumps.class);
  private static final Duration JUMP = Duration.ofSeconds(5);

  /**
   * A jump of the clock.
   *
   * @param by how far; negative when it jumped back
   * @param says it in words for those who look after the run
   */
  record Jump(Instant seenAt, Duration by, String says) {}

  private final Clock clock;
  private final LongSupplier nanos;
  private Instant wall;
  private long monotonic;
  private Optional<Jump> jump = Optional.empty();
  private Optional<Set<RunId>> underWay = Optional.empty();
  private final Set<RunId> heard = new HashSet<>();

  ClockJumps(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    this.wall = clock.instant();
    this.monotonic = nanos.getAsLong();
  }

  /** The time; whether the clock jumped on the way there is known from now on. */
  synchronized Instant now() {
    Instant wallNow = clock.instant();
    long monotonicNow = nanos.getAsLong();
    Duration by = Duration.between(wall, wallNow).minus(Duration.ofNanos(monotonicNow - monotonic));
    wall = wallNow;
    monotonic = monotonicNow;
    if (by.abs().compareTo(JUMP) > 0) {
      String says =
          "The clock of the server jumped %s by %s."
              .formatted(by.isNegative() ? "back" : "forward", Spoken.of(by.abs()));
      log.warn("{} See that it is right now.", says);
      jump = Optional.of(new Jump(wallNow, by, says));
      underWay = Optional.empty();
      heard.clear();
    }
    return wallNow;
  }

  /** A jump of which it is not known yet for which runs it is news. */
  synchronized Optional<Jump> fresh() {
    return jump.filter(news -> underWay.isEmpty());
  }

  /** Tells for which runs a jump is news: those that were under way. */
  synchronized void isNewsFor(List<RunId> runs, Jump what) {
    if (jump.filter(what::equals).isPresent()) {
      underWay = Optional.of(Set.copyOf(runs));
      forgetWhenAllHaveHeard();
    }
  }

  synchronized Set<RunId> stillToHear() {
    Set<RunId> left = new HashSet<>(underWay.orElse(Set.of()));
    left.removeAll(heard);
    return left;
  }

  /** What a run is still to be told. */
  synchronized Optional<Jump> newsFor(RunId run) {
    return heard.contains(run)
        ? Optional.empty()
        : jump.filter(news -> underWay.map(all -> all.contains(run)).orElse(true));
  }

  /** To be called when it is written down that a run was told. */
  synchronized void heardBy(RunId run, Jump what) {
    if (jump.filter(what::equals).isPresent()) {
      heard.add(run);
      forgetWhenAllHaveHeard();
    }
  }

  private void forgetWhenAllHaveHeard() {
    if (underWay.filter(heard::containsAll).isPresent()) {
      jump = Optional.empty();
      underWay = Optional.empty();
      heard.clear();
    }
  }
}
