package dev.evenkeel.cli.task;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel task skip}. */
@Command(
    name = "skip",
    mixinStandardHelpOptions = true,
    description = "Skips a task, with a reason.")
final class SkipCommand implements Runnable {
  @Mixin private final TaskDesk desk;

  @Parameters(index = "0", paramLabel = "ID", description = "the number of the task")
  private long id;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "why; it stays with the task")
  private String why = "";

  SkipCommand(Caller caller) {
    this.desk = new TaskDesk(caller);
  }

  @Override
  public void run() {
    long seen = desk.api().get("/api/tasks/" + id).path("task").path("version").asLong();
    JsonNode answer =
        desk.api().postAt("/api/tasks/%d/skip".formatted(id), Map.of("why", why), seen);
    if (desk.json()) {
      desk.out().println(answer.path("task"));
      return;
    }
    desk.say(
        "Task %d, %s, is skipped.".formatted(id, answer.path("task").path("title").asString()));
  }
}
