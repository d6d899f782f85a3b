package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Wait;
import dev.evenkeel.server.shared.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Open tasks of somebody that are due soon; those without a deadline are under My tasks. */
@Component
class TaskWaits implements Waiting {
  private static final int MOST = 100;

  private final TaskLists lists;
  private final Clock clock;

  TaskWaits(TaskLists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  @Override
  public List<Wait> of(String person, Rights rights) {
    Instant near = clock.instant().plus(NEAR);
    List<Task> tasks =
        lists.open(lists.hats(Actor.person(person)), MOST).stream()
            .filter(task -> task.due().filter(due -> due.isBefore(near)).isPresent())
            .toList();
    Map<Long, String> titles = lists.titles(tasks.stream().map(Task::upgrade).distinct().toList());
    return tasks.stream()
        .map(task ->
            new Wait(
                Wait.Kind.TASK,
                "task/" + task.id(),
                titles.getOrDefault(task.upgrade(), ""),
                task.duty().title(),
                task.due(),
                "/tasks/" + task.id()))
        .toList();
  }
}
