package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.judge.backtest.Results.OfRule;
import dev.evenkeel.cli.judge.backtest.Results.OfThreshold;
import dev.evenkeel.cli.judge.prometheus.Archive;
import dev.evenkeel.judge.backtest.LiteralAlarms;
import dev.evenkeel.judge.backtest.Mark;
import dev.evenkeel.judge.backtest.Outcome;
import dev.evenkeel.judge.backtest.Quiet;
import dev.evenkeel.judge.backtest.Recorded;
import dev.evenkeel.judge.backtest.Replay;
import dev.evenkeel.judge.backtest.SequentialAlarms;
import dev.evenkeel.judge.backtest.Sweep;
import dev.evenkeel.judge.sequential.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Holds armed rules against what was recorded.
 *
 * @param look from one look at a rule to the next
 * @param warmUp and {@code falseAlarms}: of the sequential judge
 */
record Backtest(
    String runbook,
    Armed armed,
    Archive archive,
    List<Mark> marks,
    Spans spans,
    Duration look,
    Duration warmUp,
    double falseAlarms) {

  private static final Recorded NOTHING = new Recorded(List.of());

  /** How the past is cut: see {@link Replay.Cut}. */
  record Spans(Duration before, Duration watch, Duration every) {}

  /**
   * @param progress takes what is being done
   */
  Results run(Consumer<String> progress) {
    Map<String, Recorded> recorded = new HashMap<>();
    armed
        .rules()
        .forEach(rule ->
            recorded.computeIfAbsent(
                rule.source(), source -> new Recorded(archive.tracks(source))));
    List<Replay> healthy =
        Replay.healthy(
            new Replay.Cut(
                archive.from(), archive.to(), spans.before(), spans.watch(), spans.every()),
            marks);
    List<Mark> unread =
        marks.stream()
            .filter(mark -> recorded.values().stream().noneMatch(one -> one.speaksOf(mark)))
            .toList();
    List<Replay> incidents =
        marks.stream()
            .filter(mark -> !unread.contains(mark))
            .map(mark -> Replay.of(mark, spans.watch()))
            .toList();
    List<OfRule> rules = new ArrayList<>();
    for (Armed.One one : armed.rules()) {
      progress.accept("rule " + one.rule().name());
      Recorded its = recorded.getOrDefault(one.source(), NOTHING);
      rules.add(
          rule(
              new LiteralAlarms(one.rule(), its, spans.before(), look),
              healthy,
              incidents.stream()
                  .filter(replay ->
                      replay.mark().filter(m -> m.concerns(one.rule().name())).isPresent())
                  .toList()));
    }
    progress.accept("the sequential judge");
    return new Results(
        runbook,
        archive.from(),
        archive.to(),
        spans.watch(),
        rules,
        armed.compared().stream().map(Armed.Metric::name).toList(),
        sequential(recorded, healthy, incidents),
        armed.leftOut(),
        unread);
  }

  /**
   * The warning first: it is mostly the stricter one, and what is quiet then need not be replayed.
   */
  private static OfRule rule(LiteralAlarms alarms, List<Replay> healthy, List<Replay> incidents) {
    Quiet quiet = new Quiet();
    Optional<OfThreshold> warning =
        alarms
            .rule()
            .warning()
            .map(one ->
                new OfThreshold(false, one, Sweep.of(alarms, one, healthy, incidents, quiet)));
    Optional<OfThreshold> breach =
        alarms
            .rule()
            .breach()
            .map(one ->
                new OfThreshold(true, one, Sweep.of(alarms, one, healthy, incidents, quiet)));
    return new OfRule(
        alarms.rule().name(),
        alarms.rule().metric(),
        breach.map(one -> one.sweep().written().outcome()),
        Stream.of(breach, warning).flatMap(Optional::stream).toList());
  }

  private Optional<Outcome> sequential(
      Map<String, Recorded> recorded, List<Replay> healthy, List<Replay> incidents) {
    List<SequentialAlarms.Watched> watched =
        armed.compared().stream()
            .map(one ->
                new SequentialAlarms.Watched(
                    one.name(),
                    one.kind(),
                    one.margin(),
                    one.kind() == Kind.RATE
                        ? new Recorded(Rates.of(archive.tracks(one.source())))
                        : recorded.getOrDefault(one.source(), NOTHING)))
            .toList();
    return watched.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Outcome.of(
                new SequentialAlarms(watched, marks, spans.before(), warmUp, falseAlarms),
                healthy,
                incidents));
  }
}
