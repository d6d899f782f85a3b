package dev.evenkeel.server.approval;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.SafetyDesk;
import org.springframework.stereotype.Component;

/** Sees to it that an emergency is reviewed: what fewer agreed to beforehand more look at later. */
@Component
class AfterEmergency {
  private static final String TEMPLATE = "emergency-review";
  private static final String STEP = "review";

  private final SafetyDesk tasks;

  AfterEmergency(SafetyDesk tasks) {
    this.tasks = tasks;
  }

  /** Makes the task, once, when an emergency was agreed to. */
  void review(Standing standing, Actor actor) {
    if (standing.request().kind() == Request.Kind.EMERGENCY
        && standing.state() == Standing.State.APPROVED) {
      tasks.add(standing.request().upgrade().value(), TEMPLATE, STEP, actor);
    }
  }
}
