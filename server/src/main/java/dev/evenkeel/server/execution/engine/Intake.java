package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.engine.ChangeHours.Question;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.machine.Planner;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.store.RequestStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.TeamGate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes runs in: whatever can be known to be wrong is refused here, before anything happens. */
@Component
public class Intake {
  private final Examiner examiner;
  private final RightOfWay rightOfWay;
  private final ChangeHours hours;
  private final UpgradesOfRuns upgrades;
  private final StartRules rules;
  private final TeamGate teams;
  private final RunStore runs;
  private final RunLog log;
  private final RequestStore requests;
  private final Clock clock;
  private final RandomGenerator random;

  Intake(
      Examiner examiner,
      RightOfWay rightOfWay,
      ChangeHours hours,
      UpgradesOfRuns upgrades,
      StartRules rules,
      TeamGate teams,
      RunStore runs,
      RunLog log,
      RequestStore requests,
      Clock clock,
      RandomGenerator random) {
    this.examiner = examiner;
    this.rightOfWay = rightOfWay;
    this.hours = hours;
    this.upgrades = upgrades;
    this.rules = rules;
    this.teams = teams;
    this.runs = runs;
    this.log = log;
    this.requests = requests;
    this.clock = clock;
    this.random = random;
  }

  /** What a run is taken in for. */
  public enum Purpose {
    /** To be started now. */
    START,
    /** To wait until a person starts it. */
    LATER,
    /** To start by itself later: what is in its way now need not be then. */
    APPOINTMENT
  }

  /**
   * The run of this very request: a new one, or the one that was taken in when it came before.
   *
   * @param override that it starts whatever windows and freezes say
   * @throws Refused with all that is wrong
   */
  @Transactional
  public RunId take(
      NewRun asked,
      RequestKey key,
      Purpose purpose,
      Optional<HoursOverride> override,
      Actor actor) {
    Optional<RunId> before = requests.runOf(asked, key, actor);
    if (before.isPresent()) {
      return before.get();
    }
    RunId id = takeNew(asked, purpose, override, actor);
    requests.add(asked, key, actor, id);
    return id;
  }

  private RunId takeNew(
      NewRun asked, Purpose purpose, Optional<HoursOverride> override, Actor actor) {
    Examined examined = examiner.examine(asked.runbook(), asked.inputs());
    Runbook runbook = runbook(examined);
    teams.keep(Right.RUN, hours.systems(runbook));
    refuse("The inputs do not fit: %s.", examined.wrongInputs());
    checkSecrets(examined);
    checkWaiver(asked.kind(), asked.waiver(), examined);
    checkCalls(examined);
    checkSystems(asked.kind(), runbook);
    PlannedRun planned = planned(runbook, asked);
    Optional<UpgradeId> upgrade = upgrades.settled(asked.upgrade(), planned);
    if (purpose != Purpose.APPOINTMENT) {
      rightOfWay.require(runbook);
    }
    Instant now = clock.instant();
    if (purpose == Purpose.START) {
      // Asked again by the start itself; here so that nothing is kept that cannot start.
      rules.require(
          new Start(planned, asked.kind(), examined.digest(), upgrade, actor, override, now));
      Question question = hours.aboutStart(runbook, asked.kind(), examined.digest());
      ChangeHours.require(question, hours.ask(question, now), override, now);
    }
    RunId id = RunId.random(random);
    runs.add(
        new StoredRun(
            id,
            runbook.name(),
            runbook.title(),
            asked.kind(),
            asked.waiver(),
            asked.runbook(),
            examined.digest(),
            asked.inputs(),
            RunState.ready(),
            1,
            now,
            actor.name(),
            upgrade));
    log.append(
        id, now, actor.name(), new Entry("run-taken", Optional.empty(), taken(runbook, asked)));
    upgrade.ifPresent(of ->
        log.append(
            id,
            now,
            actor.name(),
            new Entry(
                "run-of-upgrade",
                Optional.empty(),
                asked.upgrade().isPresent()
                    ? "It carries out upgrade %s.".formatted(of)
                    : "It carries out upgrade %s, as its systems and their version tell."
                        .formatted(of))));
    asked
        .waiver()
        .ifPresent(
            why -> log.append(id, now, actor.name(), new Entry("waived", Optional.empty(), why)));
    return id;
  }

  private static PlannedRun planned(Runbook runbook, NewRun asked) {
    return new PlannedRun(
        runbook,
        asked.inputs(),
        Planner.plan(runbook, asked.inputs(), asked.kind() == RunKind.REHEARSAL));
  }

  private static String taken(Runbook runbook, NewRun asked) {
    return asked.inputs().isEmpty()
        ? runbook.title()
        : "%s, with %s"
            .formatted(
                runbook.title(),
                new TreeMap<>(asked.inputs())
                    .entrySet().stream()
                        .map(input -> input.getKey() + "=" + input.getValue())
                        .collect(Collectors.joining(", ")));
  }

  private static Runbook runbook(Examined examined) {
    List<Finding> errors = examined.reading().errors();
    return examined
        .reading()
        .runbook()
        .orElseThrow(() ->
            new Refused(
                    Refused.Kind.INVALID,
                    "The runbook has %d error%s; the first: %s%s"
                        .formatted(
                            errors.size(),
                            errors.size() == 1 ? "" : "s",
                            place(errors.getFirst()),
                            errors.getFirst().message()))
                .with("findings", examined.reading().findings()));
  }

  private static String place(Finding finding) {
    return finding.where().line() < 1 ? "" : "line %d: ".formatted(finding.where().line());
  }

  static void checkSecrets(Examined examined) {
    refuse(
        "The runbook needs secrets that are not there: %s.",
        examined.missingSecrets().stream()
            .map(name -> "'%s' (set it with: evenkeel secret set %s)".formatted(name, name))
            .toList());
  }

  /** What is misspelt here would be held to no window. */
  private void checkSystems(RunKind kind, Runbook runbook) {
    if (kind == RunKind.PRODUCTION && !runbook.systems().isEmpty()) {
      Set<String> known = hours.systems(runbook);
      refuse(
          "The runbook changes systems that are not in the estate: %s. Correct `systems`, or add them to the estate.",
          runbook.systems().stream().filter(name -> !known.contains(name)).toList());
    }
  }

  static void checkCalls(Examined examined) {
    refuse("The runbook does not fit its inputs and targets: %s.", examined.wrongCalls());
  }

  /** What speaks against production takes a reason that somebody gives in their name. */
  static void checkWaiver(RunKind kind, Optional<String> waiver, Examined examined) {
    if (kind == RunKind.PRODUCTION
        && waiver.filter(why -> !why.isBlank()).isEmpty()
        && examined.needsWaiver()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          Stream.of(notRehearsed(examined), leftBehind(examined))
              .flatMap(Optional::stream)
              .collect(Collectors.joining(" ")));
    }
  }

  private static Optional<String> notRehearsed(Examined examined) {
    if (examined.rehearsed()) {
      return Optional.empty();
    }
    return examined
        .tooLong()
        .map(says ->
            says
                + ". Allow more time and rehearse again, or say why it may run as it is (--waive REASON).")
        .or(() ->
            Optional.of(
                "The way back of this runbook was never rehearsed as it stands. Rehearse it (evenkeel run start --rehearsal), or say why it may run without (--waive REASON)."));
  }

  private static Optional<String> leftBehind(Examined examined) {
    List<String> left = examined.leftBehind();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Taken back, it would leave changes behind: %s%s Add `revert` (or `class: point-of-no-return` where there is no going back), or say why they may stay (--waive REASON)."
                .formatted(
                    String.join(" ", left.stream().limit(3).toList()),
                    left.size() > 3 ? " And %d more.".formatted(left.size() - 3) : ""));
  }

  private static void refuse(String sentence, List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw new Refused(
              Refused.Kind.INVALID,
              sentence.formatted(String.join("; ", wrong.stream().limit(20).toList())))
          .with("problems", wrong);
    }
  }
}
