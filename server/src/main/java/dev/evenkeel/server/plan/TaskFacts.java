package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.Attachment;
import dev.evenkeel.server.tasks.FileDesk;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskDesk;
import dev.evenkeel.server.tasks.TaskState;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which tasks people ended, and which files they put to them. What a fact ended is that fact. */
@Component
class TaskFacts implements FactSource {
  private final TaskDesk tasks;
  private final FileDesk files;

  TaskFacts(TaskDesk tasks, FileDesk files) {
    this.tasks = tasks;
    this.files = files;
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return Stream.empty();
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    long id = upgrade.id().value();
    return Stream.concat(
        tasks.of(id).stream().flatMap(task -> ended(task).stream()),
        files.ofUpgrade(id).stream().map(TaskFacts::attached));
  }

  private static Optional<Fact> ended(Task task) {
    return task.end()
        .filter(end -> end.by().kind() != Actor.Kind.SYSTEM)
        .map(end -> {
          boolean done = task.state() == TaskState.DONE;
          return new Fact(
              done ? "task-done" : "task-skipped",
              Optional.of(end.at()),
              Optional.of(end.by().name()),
              "The task '%s' was %s%s"
                  .formatted(
                      task.duty().title(),
                      done ? "done" : "skipped",
                      end.says()
                          .filter(says -> !says.isBlank())
                          .map(": %s"::formatted)
                          .orElse(".")),
              "/tasks/" + task.id(),
              done);
        });
  }

  private static Fact attached(Attachment file) {
    return new Fact(
        "file-attached",
        Optional.of(file.at()),
        Optional.of(file.by()),
        "The file '%s' was put to a task.".formatted(file.name()),
        "/tasks/%d/files/%s".formatted(file.task(), file.id()),
        true);
  }
}
