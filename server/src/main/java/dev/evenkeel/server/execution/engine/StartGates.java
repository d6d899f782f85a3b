package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.machine.Appointment;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.StandingRights;
import dev.evenkeel.server.shared.StandingRights.Standing;
import dev.evenkeel.server.shared.TeamGate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * All that may keep a run from starting by itself: what a person who starts it would be refused
 * for, what may have changed since it was taken in, and that whoever scheduled it may not start
 * runs any more.
 */
@Component
class StartGates {
  /** As whoever starts a run at once. */
  static final Right NEEDED = Right.RUN;

  private final Examiner examiner;
  private final RightOfWay rightOfWay;
  private final ChangeHours hours;
  private final StartRules rules;
  private final Plans plans;
  private final StandingRights rights;
  private final TeamGate teams;

  StartGates(
      Examiner examiner,
      RightOfWay rightOfWay,
      ChangeHours hours,
      StartRules rules,
      Plans plans,
      StandingRights rights,
      TeamGate teams) {
    this.examiner = examiner;
    this.rightOfWay = rightOfWay;
    this.hours = hours;
    this.rules = rules;
    this.plans = plans;
    this.rights = rights;
    this.teams = teams;
  }

  /**
   * @return what the appointment says about windows and freezes, with the rights that its maker has
   *     now
   * @throws Refused with every reason there is, not only the first
   */
  Optional<HoursOverride> require(StoredRun run, Appointment made, Instant now) {
    List<Obstacle> reasons = new ArrayList<>();
    Standing standing = rights.of(made.madeBy(), made.madeAt());
    PlannedRun planned = plans.of(run);
    Runbook runbook = planned.runbook();
    mayNot(standing, made.madeBy(), runbook).map(Obstacle::besides).ifPresent(reasons::add);
    Optional<HoursOverride> override = override(standing, made);
    Examined examined = examiner.examine(run.runbook(), run.inputs());
    collect(reasons, () -> Intake.checkSecrets(examined));
    collect(reasons, () -> Intake.checkWaiver(run.kind(), run.waiver(), examined));
    collect(reasons, () -> Intake.checkCalls(examined));
    collect(
        reasons,
        () ->
            rules.require(
                new Start(
                    planned,
                    run.kind(),
                    run.digest(),
                    run.upgrade(),
                    made.madeBy(),
                    override,
                    now)));
    collect(reasons, () -> rightOfWay.require(runbook));
    collect(
        reasons,
        () -> {
          ChangeHours.Question question = hours.aboutStart(runbook, run.kind(), run.digest());
          ChangeHours.require(question, hours.ask(question, now), override, now);
        });
    if (!reasons.isEmpty()) {
      throw new Refused(Refused.Kind.NOT_NOW, String.join(" ", Obstacle.sentences(reasons)))
          .against(reasons);
    }
    return override;
  }

  private Optional<String> mayNot(Standing standing, Actor maker, Runbook runbook) {
    Optional<String> why =
        switch (standing) {
          case Standing.Gone(var says) -> Optional.of(says);
          case Standing.Holds(var has) when !has.maySomewhere(NEEDED) ->
              Optional.of("%s has the role %s only.".formatted(maker.name(), has.words()));
          case Standing.Holds(var has) -> teams.against(has, NEEDED, hours.systems(runbook));
        };
    return why.map(says ->
        "%s scheduled it, and may not start runs any more: %s It takes %s. Somebody who has it schedules it anew or starts it by hand."
            .formatted(maker.name(), says, NEEDED.words()));
  }

  private static Optional<HoursOverride> override(Standing standing, Appointment made) {
    return standing instanceof Standing.Holds(var has)
        ? made.override().map(why -> new HoursOverride(why, has))
        : Optional.empty();
  }

  private static void collect(List<Obstacle> reasons, Runnable gate) {
    try {
      gate.run();
    } catch (Refused closed) {
      reasons.addAll(obstacles(closed));
    }
  }

  /** Those of a refusal, one by one. Of a right that is missing only the whole tells what it is. */
  static List<Obstacle> obstacles(Refused refused) {
    return refused.kind() == Refused.Kind.FORBIDDEN || refused.obstacles().isEmpty()
        ? List.of(Obstacle.besides(String.valueOf(refused.getMessage())))
        : refused.obstacles();
  }
}
