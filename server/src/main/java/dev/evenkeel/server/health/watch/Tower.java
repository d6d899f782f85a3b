package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Judge;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.Watch;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Trend;
import dev.evenkeel.server.health.Watchtower;
import dev.evenkeel.server.health.store.ReadingStore;
import dev.evenkeel.server.health.store.ReadingStore.Entry;
import dev.evenkeel.server.health.store.ReadingStore.Wanted;
import dev.evenkeel.server.health.store.WatchStore.StoredWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * The watchtower over the database: any server may look, any may judge.
 *
 * <p>Verdicts are given on the recent past. Only when that holds too little evidence, all since the
 * upgrade is read, so that a watch of a day is as cheap as one of a minute.
 */
@Service
class Tower implements Watchtower {
  private static final Logger LOG = LoggerFactory.getLogger(Tower.class);

  /** Readings of a source and target judged at most, the newest; older ones are thinned. */
  private static final int READINGS = 600;

  /** How much the clocks of servers on one database may differ. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final Round round;
  private final ReadingStore readings;
  private final Baselines baselines;
  private final Attendance attendance;
  private final Charts charts;
  private final Trials trials;
  private final Pasts pasts;

  Tower(
      Round round,
      ReadingStore readings,
      Baselines baselines,
      Attendance attendance,
      Charts charts,
      Trials trials,
      Pasts pasts) {
    this.round = round;
    this.readings = readings;
    this.baselines = baselines;
    this.attendance = attendance;
    this.charts = charts;
    this.trials = trials;
    this.pasts = pasts;
  }

  @Override
  public void look(String watch, List<Lookout> lookouts, Instant now, Duration within) {
    var at = now.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
    try {
      if (!clockIsPastTheChange(watch, at)) {
        return;
      }
      attendance.looked(watch, at);
      keep(watch, round.look(watch, lookouts, at, within, late -> keep(watch, List.of(late))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException e) {
      LOG.warn("What the sources of {} said at {} is lost: {}", watch, at, e.getMessage());
    }
  }

  @Override
  public void remember(
      String watch, Comparison comparison, List<Lookout> lookouts, Duration length, Instant now) {
    if (comparison.against().readsHistory() && attendance.of(watch).isPresent()) {
      var compared = comparison.metrics().stream().map(Compared::source).toList();
      pasts.read(
          watch,
          lookouts.stream().filter(lookout -> compared.contains(lookout.source())).toList(),
          comparison.days(),
          length,
          now);
    }
  }

  /**
   * Sees to it that a clock set back by more than servers differ confuses nothing: what was read at
   * times that are still to come would be taken for news then. What was read before the first
   * change stays, and nothing is added to it.
   */
  private boolean clockIsPastTheChange(String watch, Instant now) {
    var stored = attendance.of(watch);
    var change = stored.flatMap(StoredWatch::changeBegan);
    if (stored.filter(seen -> seen.lastLook().isAfter(now.plus(SKEW))).isPresent()) {
      readings.dropAfter(watch, change.filter(now::isBefore).orElse(now));
      attendance.clockSetBack(watch, now);
      trials.forget(watch);
    }
    return change.filter(now::isBefore).isEmpty();
  }

  private void keep(String watch, List<Entry> entries) {
    try {
      readings.add(watch, entries);
    } catch (DataAccessException e) {
      LOG.warn("Readings of {} are lost: {}", watch, e.getMessage());
    }
  }

  @Override
  public List<Verdict> judge(String watch, List<WatchRule> rules, Arms arms, Instant now) {
    if (arms.changeBegan().filter(now::isBefore).isPresent()) {
      return rules.stream()
          .map(rule -> tooEarly(rule.name(), arms.changeBegan().orElseThrow()))
          .toList();
    }
    attendance.judged(watch, arms, now);
    var before =
        arms.changeBegan()
            .map(began -> baselines.before(watch, began, sources(rules), now))
            .orElse(Map.of());
    var near = now.minus(reach(rules));
    var verdicts =
        new ArrayList<>(judge(rules, recent(watch, rules, near, now), before, arms, now));
    var unsure =
        rules.stream()
            .filter(rule -> Rules.needsAll(rule) || isUnsure(verdicts.get(rules.indexOf(rule))))
            .toList();
    var far = arms.changeBegan().orElse(now);
    if (!unsure.isEmpty() && far.isBefore(near)) {
      var again = judge(unsure, recent(watch, unsure, far, now), before, arms, now);
      for (int i = 0; i < unsure.size(); i++) {
        verdicts.set(rules.indexOf(unsure.get(i)), again.get(i));
      }
    }
    return List.copyOf(verdicts);
  }

  private static Verdict tooEarly(String rule, Instant changeBegan) {
    return new Verdict(
        rule,
        Verdict.Kind.NOT_ENOUGH_EVIDENCE,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        "The clock was set back: by it the first change is still to come, at %s. Until then nothing can be judged."
            .formatted(changeBegan.truncatedTo(ChronoUnit.SECONDS)));
  }

  @Override
  public List<Verdict> compare(String watch, Comparison comparison, Arms arms, Instant now) {
    if (arms.changeBegan().filter(now::isBefore).isPresent()) {
      return comparison.metrics().stream()
          .map(metric -> tooEarly(metric.name(), arms.changeBegan().orElseThrow()))
          .toList();
    }
    attendance.judged(watch, arms, now);
    return Opinions.verdicts(comparison, trials.judge(watch, comparison, arms, now), now);
  }

  @Override
  public List<String> silent(String watch, Watch judged, Instant now) {
    var sources =
        Stream.concat(
                judged.rules().stream().map(WatchRule::source),
                judged.compared().stream().map(Compared::source))
            .distinct()
            .sorted()
            .toList();
    var after = now.minus(reach(judged.rules())).minus(judged.every().multipliedBy(2));
    return Silence.of(readings.tracks(watch, new Wanted(sources, after, now, 1)));
  }

  @Override
  public List<Trend> trends(String watch, Comparison comparison) {
    var found = trials.newest(watch);
    return found
        .map(Courses::thinned)
        .map(finding -> charts.trends(watch, comparison, finding))
        .orElse(List.of());
  }

  @Override
  public List<Series> series(String watch, List<WatchRule> rules) {
    return charts.series(watch, rules);
  }

  private static List<Verdict> judge(
      List<WatchRule> rules,
      Map<String, List<Track>> recent,
      Map<String, List<Track>> before,
      Arms arms,
      Instant now) {
    return rules.stream()
        .map(rule -> {
          var lately = recent.getOrDefault(rule.source(), List.of());
          var earlier = before.getOrDefault(rule.source(), List.of());
          return Judge.judge(Rules.of(rule), Parts.of(lately, earlier, arms, now), now);
        })
        .toList();
  }

  private Map<String, List<Track>> recent(
      String watch, List<WatchRule> rules, Instant after, Instant now) {
    return readings.tracks(watch, new Wanted(sources(rules), after, now, READINGS));
  }

  private static boolean isUnsure(Verdict verdict) {
    return verdict.kind() == Verdict.Kind.NOT_ENOUGH_EVIDENCE;
  }

  private static List<String> sources(List<WatchRule> rules) {
    return rules.stream().map(WatchRule::source).distinct().sorted().toList();
  }

  private static Duration reach(List<WatchRule> rules) {
    return rules.stream()
        .map(Rules::reach)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO)
        .plusMinutes(1);
  }
}
