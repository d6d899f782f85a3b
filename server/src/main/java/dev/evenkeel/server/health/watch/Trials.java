package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Opinion;
import dev.evenkeel.judge.sequential.Pair;
import dev.evenkeel.judge.sequential.SequentialJudge;
import dev.evenkeel.judge.sequential.Trial;
import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.server.health.Watchtower;
import dev.evenkeel.server.health.Watchtower.Arms;
import dev.evenkeel.server.health.store.TrialStore;
import dev.evenkeel.server.health.store.WatchStore;
import dev.evenkeel.server.health.store.WatchStore.Arm;
import dev.evenkeel.server.health.store.WatchStore.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Compares the upgraded targets of a watch with those on the old version.
 *
 * <ol>
 *   <li>At most once every ten seconds, the judge's own step, and whenever a target goes to another
 *       part; between, the last finding stands.
 *   <li>A breach that was decided stays one, also when the server starts again.
 *   <li>What was found is written down when it changes, and otherwise twice a minute.
 * </ol>
 */
@Component
class Trials {
  static final Duration STEP = Duration.ofSeconds(10);
  private static final Duration WRITTEN = Duration.ofSeconds(30);
  private static final int REMEMBERED = 200;

  /**
   * @param trouble why earlier days could not all be read
   * @param standIn by name of the metric; what it was held against when nobody waited any more
   */
  record Found(
      Finding finding,
      Map<String, Sides.StandIn> standIn,
      Optional<String> trouble,
      Instant at,
      Arms arms) {
    private boolean stands(Arms now, Instant at) {
      return arms.equals(now) && !at.isBefore(this.at) && at.isBefore(this.at.plus(STEP));
    }
  }

  private final Reels reels;
  private final Pasts pasts;
  private final WatchStore watches;
  private final TrialStore trials;
  private final BiFunction<Trial, Instant, Finding> judge;
  private final Map<String, Found> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Map<String, Instant> written = new LinkedHashMap<>();

  @Autowired
  Trials(Reels reels, Pasts pasts, WatchStore watches, TrialStore trials) {
    this(reels, pasts, watches, trials, SequentialJudge::judge);
  }

  Trials(
      Reels reels,
      Pasts pasts,
      WatchStore watches,
      TrialStore trials,
      BiFunction<Trial, Instant, Finding> judge) {
    this.reels = reels;
    this.pasts = pasts;
    this.watches = watches;
    this.trials = trials;
    this.judge = judge;
  }

  Found judge(String watch, Comparison comparison, Arms arms, Instant now) {
    var before = remembered(watch);
    if (before.filter(found -> found.stands(arms, now)).isPresent()) {
      return before.orElseThrow();
    }
    var decided =
        before.map(Found::finding).or(() -> trials.of(watch)).filter(f -> f.decided().isPresent());
    var found =
        decided
            .map(finding ->
                new Found(
                    finding,
                    before.map(Found::standIn).orElse(Map.of()),
                    Optional.empty(),
                    now,
                    arms))
            .orElseGet(() -> judgeAnew(watch, comparison, arms, now));
    synchronized (remembered) {
      remembered.put(watch, found);
    }
    write(watch, before, found);
    return found;
  }

  /** The newest finding there is, here or in the database. */
  Optional<Finding> newest(String watch) {
    return remembered(watch).map(Found::finding).or(() -> trials.of(watch));
  }

  /** What was read was dropped: what was found in it no longer holds, but for what was decided. */
  void forget(String watch) {
    reels.forget(watch);
    synchronized (remembered) {
      remembered.remove(watch);
    }
  }

  private Optional<Found> remembered(String watch) {
    synchronized (remembered) {
      return Optional.ofNullable(remembered.get(watch));
    }
  }

  private Found judgeAnew(String watch, Comparison comparison, Arms arms, Instant now) {
    var sources = comparison.metrics().stream().map(Compared::source).distinct().sorted().toList();
    var reel = reels.of(watch, sources, now);
    var waitedUntil = waitedUntil(watches.stays(watch));
    var pairs = new ArrayList<Pair>();
    var standIns = new LinkedHashMap<String, Sides.StandIn>();
    for (var metric : comparison.metrics()) {
      var kind = Watchtower.kind(metric.metric());
      var sides = Sides.of(kind, reel.tracks(metric.source()), arms, waitedUntil, now);
      var past = past(watch, comparison, metric, kind);
      // Where earlier days are all there should be but are not there, what there is must do.
      boolean held = comparison.against().seesWaiting() || past.isEmpty();
      if (held) {
        sides.standIn().ifPresent(standIn -> standIns.put(metric.name(), standIn));
      }
      pairs.add(
          new Pair(
              metric.name(),
              kind,
              metric.margin(),
              sides.candidate(),
              held ? sides.control() : List.of(),
              past));
    }
    var trial =
        new Trial(
            arms.changeBegan().orElse(now), comparison.warmUp(), comparison.falseAlarms(), pairs);
    return new Found(
        judged(trial, standIns, now),
        Map.copyOf(standIns),
        comparison.against().readsHistory() ? pasts.trouble(watch) : Optional.empty(),
        now,
        arms);
  }

  /**
   * Judges every pair as of now, but one whose stand-in is used up as of its end: no longer having
   * anything to be compared with is not the silence of a version.
   */
  private Finding judged(Trial trial, Map<String, Sides.StandIn> standIns, Instant now) {
    var findings = new TreeMap<Instant, Finding>();
    var opinions = new ArrayList<Opinion>();
    for (int i = 0; i < trial.pairs().size(); i++) {
      var at =
          Optional.ofNullable(standIns.get(trial.pairs().get(i).name()))
              .filter(piece -> piece.usedUp(now))
              .map(Sides.StandIn::end)
              .orElse(now);
      opinions.add(findings.computeIfAbsent(at, _ -> judge.apply(trial, at)).opinions().get(i));
    }
    if (findings.size() == 1 && findings.containsKey(now)) {
      return findings.get(now);
    }
    var worst = opinions.stream().map(Opinion::kind).max(Verdict.Kind::compareTo).orElseThrow();
    return new Finding(
        worst,
        findings.values().stream()
            .flatMap(finding -> finding.decided().stream())
            .min(Instant::compareTo)
            .filter(_ -> worst == Verdict.Kind.BREACH),
        opinions.stream().filter(o -> o.kind() == worst).findFirst().orElseThrow().says(),
        opinions);
  }

  /** The same hours of earlier days, a track a day and target. */
  private List<Track> past(String watch, Comparison comparison, Compared metric, Kind kind) {
    return comparison.against().readsHistory()
        ? pasts.tracks(watch, metric.source()).stream()
            .map(track -> Measured.of(kind, track.target(), List.of(track)))
            .toList()
        : List.of();
  }

  private static Map<String, Instant> waitedUntil(List<Stay> stays) {
    return stays.stream()
        .filter(stay -> stay.arm() == Arm.WAITING)
        .flatMap(stay -> stay.until().map(until -> Map.entry(stay.target(), until)).stream())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> later(one, other)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void write(String watch, Optional<Found> before, Found found) {
    synchronized (written) {
      boolean same =
          before
              .map(Found::finding)
              .filter(old -> old.kind() == found.finding().kind())
              .filter(old -> old.decided().equals(found.finding().decided()))
              .isPresent();
      var last = written.getOrDefault(watch, Instant.EPOCH);
      if (same && found.at().isBefore(last.plus(WRITTEN)) && !found.at().isBefore(last)) {
        return;
      }
      if (written.size() > REMEMBERED) {
        written.clear(); // only costs writing some of it down once more
      }
      written.put(watch, found.at());
    }
    trials.keep(watch, Courses.thinned(found.finding()), found.at());
  }
}
