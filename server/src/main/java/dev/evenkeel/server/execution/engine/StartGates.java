package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.shared.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * All that may keep a run from starting by itself: what a person who starts it would be refused
 * for, and what may have changed since it was taken in.
 */
@Component
class StartGates {
  private static final String REASONS = "reasons";

  private final Examiner examiner;
  private final RightOfWay rightOfWay;
  private final ChangeHours hours;
  private final Plans plans;

  StartGates(Examiner examiner, RightOfWay rightOfWay, ChangeHours hours, Plans plans) {
    this.examiner = examiner;
    this.rightOfWay = rightOfWay;
    this.hours = hours;
    this.plans = plans;
  }

  /**
   * @throws Refused with every reason there is, not only the first
   */
  void require(StoredRun run, Instant now) {
    List<String> reasons = new ArrayList<>();
    Examined examined = examiner.examine(run.runbook(), run.inputs());
    collect(reasons, () -> Intake.checkSecrets(examined));
    collect(reasons, () -> Intake.checkWaiver(run.kind(), run.waiver(), examined));
    collect(reasons, () -> Intake.checkCalls(examined));
    Runbook runbook = plans.of(run).runbook();
    collect(reasons, () -> rightOfWay.require(runbook));
    collect(
        reasons,
        () -> {
          ChangeHours.Question question = hours.aboutStart(runbook, run.kind(), run.digest());
          ChangeHours.require(question, hours.ask(question, now), Optional.empty(), now);
        });
    if (!reasons.isEmpty()) {
      throw new Refused(Refused.Kind.NOT_NOW, String.join(" ", reasons)).with(REASONS, reasons);
    }
  }

  private static void collect(List<String> reasons, Runnable gate) {
    try {
      gate.run();
    } catch (Refused closed) {
      reasons.addAll(reasons(closed));
    }
  }

  /** Those of a refusal, one by one. */
  static List<String> reasons(Refused refused) {
    return refused.facts().get(REASONS) instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(refused.getMessage()));
  }
}
