package dev.evenkeel.cli.task;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel task comment}. */
@Command(
    name = "comment",
    mixinStandardHelpOptions = true,
    description = "Adds a comment to a task.")
final class CommentCommand implements Runnable {
  @Mixin private final TaskDesk desk;

  @Parameters(index = "0", paramLabel = "ID", description = "the number of the task")
  private long id;

  @Parameters(index = "1", paramLabel = "TEXT", description = "what is said")
  private String text = "";

  CommentCommand(Caller caller) {
    this.desk = new TaskDesk(caller);
  }

  @Override
  public void run() {
    JsonNode answer = desk.api().post("/api/tasks/%d/comments".formatted(id), Map.of("text", text));
    if (desk.json()) {
      desk.out().println(answer.path("task"));
      return;
    }
    desk.say("The comment stands with task %d.".formatted(id));
  }
}
