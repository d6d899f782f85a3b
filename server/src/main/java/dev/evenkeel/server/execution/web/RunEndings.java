package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.Spoken;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunLog.Line;
import dev.evenkeel.server.execution.web.RunEnding.Back;
import dev.evenkeel.server.execution.web.RunEnding.Detected;
import dev.evenkeel.server.execution.web.RunEnding.Versions;
import dev.evenkeel.server.execution.web.RunView.Stage;
import dev.evenkeel.server.execution.web.RunView.TargetView;
import dev.evenkeel.server.shared.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sums up runs that are over, from their state and their log. */
@Component
class RunEndings {
  /** How far back the last change before a verdict is looked for. */
  private static final int LINES = 200;

  private final RunLog log;

  RunEndings(RunLog log) {
    this.log = log;
  }

  /** Empty while the run is under way. */
  Optional<RunEnding> of(RunView run) {
    if (!run.status().ended()) {
      return Optional.empty();
    }
    Map<String, Line> turns =
        log.newestOf(new RunId(run.id()), Set.of("run-rolling-back", "rehearsal-turned")).stream()
            .collect(Collectors.toMap(Line::what, line -> line));
    boolean rehearsed = turns.containsKey("rehearsal-turned");
    return Optional.of(
        new RunEnding(
            outcome(run),
            versions(run.targets()),
            unconfirmed(run),
            run.startedAt()
                .flatMap(from -> run.endedAt().map(to -> Duration.between(from, to)))
                .map(Spoken::of),
            rehearsed
                ? Optional.empty()
                : Optional.ofNullable(turns.get("run-rolling-back")).flatMap(t -> detected(run, t)),
            back(run)));
  }

  private static String outcome(RunView run) {
    if (!unconfirmed(run).isEmpty()) {
      return "UNCONFIRMED";
    }
    boolean tooLong =
        run.word().equals("REHEARSED") && back(run).filter(back -> !back.kept()).isPresent();
    return tooLong ? "REHEARSED_TOO_LONG" : run.word();
  }

  private static List<String> unconfirmed(RunView run) {
    return run.targets().stream()
        .filter(target -> run.status() == RunStatus.ROLLED_BACK)
        .filter(target -> target.stage() == Stage.UNCONFIRMED)
        .map(target -> "%s: %s.".formatted(target.name(), target.lastSeen()))
        .toList();
  }

  private static List<Versions> versions(List<TargetView> targets) {
    Map<String, List<String>> byVersion =
        targets.stream()
            .collect(
                Collectors.groupingBy(
                    RunEndings::known,
                    TreeMap::new,
                    Collectors.mapping(TargetView::name, Collectors.toList())));
    List<Versions> groups = new ArrayList<>();
    byVersion.forEach((version, names) -> groups.add(new Versions(version, names)));
    groups.sort(Comparator.comparing(group -> -group.targets().size()));
    return groups;
  }

  private static String known(TargetView target) {
    return target
        .version()
        .or(() -> target.before().map(was -> "not looked at since it was changed"))
        .orElse("never looked at");
  }

  /** Only what Evenkeel noticed by itself: a person's order says nothing about when he saw it. */
  private Optional<Detected> detected(RunView run, Line turn) {
    if (!turn.actor().equals(Actor.EVENKEEL.name())) {
      return Optional.empty();
    }
    return log.before(new RunId(run.id()), turn.seq(), "", LINES).stream()
        .filter(line -> line.what().equals("step-done"))
        .findFirst()
        .map(change ->
            new Detected(
                Spoken.of(Duration.between(change.at(), turn.at())),
                "%s (%s)".formatted(change.says(), change.step().orElse(""))));
  }

  private static Optional<Back> back(RunView run) {
    if (run.status() != RunStatus.ROLLED_BACK) {
      return Optional.empty();
    }
    OptionalLong allowed = run.wayBack().allowedSeconds();
    return run.backBegan()
        .flatMap(from -> run.endedAt().map(to -> Duration.between(from, to)))
        .map(took ->
            new Back(
                Spoken.of(took),
                allowed.isPresent()
                    ? Optional.of(Spoken.of(Duration.ofSeconds(allowed.getAsLong())))
                    : Optional.empty(),
                allowed.isEmpty() || took.toMillis() <= allowed.getAsLong() * 1000));
  }
}
