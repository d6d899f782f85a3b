package dev.evenkeel.server.plan;

import dev.evenkeel.server.tasks.TaskLists;
import dev.evenkeel.server.tasks.TaskStanding;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of its tasks. */
@Component
@Order(-10)
class TasksAspect implements UpgradeAspect {
  private final TaskLists lists;

  TasksAspect(TaskLists lists) {
    this.lists = lists;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab("tasks", "Tasks", Phase.PLAN));
  }

  @Override
  public Look look(Upgrade upgrade) {
    return lists
        .standing(upgrade.id().value())
        .map(TasksAspect::look)
        .orElseGet(() -> new Look(List.of(), List.of()));
  }

  private static Look look(TaskStanding standing) {
    boolean late = standing.overdue() > 0;
    var answer =
        new Answer(
            "Tasks",
            standing.open() == 0
                ? "All %d done or skipped".formatted(standing.all())
                : "%d of %d open".formatted(standing.open(), standing.all()),
            late ? "%d overdue".formatted(standing.overdue()) : "",
            late ? "bad" : "",
            "tasks");
    return new Look(
        List.of(answer),
        late
            ? List.of(
                new Blocker(
                    "%d %s overdue."
                        .formatted(
                            standing.overdue(), standing.overdue() == 1 ? "task is" : "tasks are"),
                    "Do them, move them, or skip them with a reason.",
                    "tasks"))
            : List.of());
  }
}
