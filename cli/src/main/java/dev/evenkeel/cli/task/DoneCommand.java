package dev.evenkeel.cli.task;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel task done}. */
@Command(name = "done", mixinStandardHelpOptions = true, description = "Says that a task is done.")
final class DoneCommand implements Runnable {
  @Mixin private final TaskDesk desk;

  @Parameters(index = "0", paramLabel = "ID", description = "the number of the task")
  private long id;

  @Option(names = "--says", paramLabel = "TEXT", description = "what shows it")
  private String says = "";

  DoneCommand(Caller caller) {
    this.desk = new TaskDesk(caller);
  }

  @Override
  public void run() {
    long seen = desk.api().get("/api/tasks/" + id).path("task").path("version").asLong();
    JsonNode answer =
        desk.api().postAt("/api/tasks/%d/done".formatted(id), Map.of("says", says), seen);
    if (desk.json()) {
      desk.out().println(answer.path("task"));
      return;
    }
    desk.say("Task %d, %s, is done.".formatted(id, answer.path("task").path("title").asString()));
  }
}
