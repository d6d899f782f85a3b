package dev.evenkeel.cli.task;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel task reopen}. */
@Command(
    name = "reopen",
    mixinStandardHelpOptions = true,
    description = "Opens a task again, with a reason.")
final class ReopenCommand implements Runnable {
  @Mixin private final TaskDesk desk;

  @Parameters(index = "0", paramLabel = "ID", description = "the number of the task")
  private long id;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "why; it stays with the task")
  private String why = "";

  ReopenCommand(Caller caller) {
    this.desk = new TaskDesk(caller);
  }

  @Override
  public void run() {
    long seen = desk.api().get("/api/tasks/" + id).path("task").path("version").asLong();
    JsonNode answer =
        desk.api().postAt("/api/tasks/%d/reopen".formatted(id), Map.of("why", why), seen);
    if (desk.json()) {
      desk.out().println(answer.path("task"));
      return;
    }
    desk.say(
        "Task %d, %s, is open again.".formatted(id, answer.path("task").path("title").asString()));
  }
}
