package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.tasks.CheckItem;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskState;
import dev.evenkeel.server.tasks.template.FormField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A task as programs read it. */
record TaskView(
    long id,
    long launch,
    long upgrade,
    int place,
    String key,
    String module,
    String title,
    String text,
    String owner,
    String basis,
    String offset,
    List<String> after,
    Optional<Instant> deadline,
    Optional<Instant> due,
    boolean overdue,
    String proof,
    List<String> capabilities,
    List<FormField> fields,
    Map<String, String> answers,
    List<CheckItem> checklist,
    Optional<String> evidence,
    TaskState state,
    Optional<Task.End> end,
    long version) {

  static TaskView of(Task task, Instant now) {
    return new TaskView(
        task.id(),
        task.launch(),
        task.upgrade(),
        task.position() + 1,
        task.key(),
        task.module(),
        task.duty().title(),
        task.duty().detail(),
        task.duty().owner().typed(),
        task.timing().basis().word(),
        task.timing().offset().toString(),
        task.timing().after(),
        task.timing().movedTo(),
        task.due(),
        task.overdue(now),
        task.proof().word(),
        task.capabilities(),
        task.work().fields(),
        task.work().answers(),
        task.work().checklist(),
        task.evidence(),
        task.state(),
        task.end(),
        task.version());
  }
}
