package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Refused.Kind;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.StandingRights;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Who may work on a task: whose duty it is, and who plans upgrades. */
@Component
public class DutyCheck {
  private final TaskLists lists;
  private final StandingRights rights;
  private final Clock clock;

  DutyCheck(TaskLists lists, StandingRights rights, Clock clock) {
    this.lists = lists;
    this.rights = rights;
    this.clock = clock;
  }

  public boolean may(Task task, Actor actor) {
    return actor.kind() == Actor.Kind.PERSON && lists.hats(actor).fit(task) || plans(actor);
  }

  private boolean plans(Actor actor) {
    return rights.of(actor, clock.instant()) instanceof StandingRights.Standing.Holds(var held)
        && held.may(Right.PLAN);
  }

  /**
   * @throws Refused when it is somebody else's
   */
  public void require(Task task, Actor actor) {
    if (!may(task, actor)) {
      throw new Refused(
          Kind.FORBIDDEN,
          "Task '%s' is a duty of %s. Whoever else works on it needs %s."
              .formatted(task.duty().title(), task.duty().owner().words(), Right.PLAN.words()));
    }
  }
}
