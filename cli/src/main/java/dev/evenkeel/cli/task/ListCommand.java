package dev.evenkeel.cli.task;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Api;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel task list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists open tasks, the most urgent first: yours, somebody's, or all of an upgrade.")
final class ListCommand implements Runnable {
  @Mixin private final TaskDesk desk;

  private static final String ROW = "%-6s  %-10s  %-8s  %-24s  %s";

  @Option(
      names = "--of",
      paramLabel = "WHO",
      description = "a name, team:NAME or role:NAME instead of yours")
  private String of = "";

  @Option(names = "--upgrade", paramLabel = "ID", description = "all tasks of an upgrade")
  private long upgrade;

  ListCommand(Caller caller) {
    this.desk = new TaskDesk(caller);
  }

  @Override
  public void run() {
    JsonNode tasks =
        desk.api()
            .get(
                upgrade > 0
                    ? "/api/upgrades/%d/tasks".formatted(upgrade)
                    : "/api/tasks?of=" + Api.encoded(of));
    if (desk.json()) {
      tasks.forEach(desk.out()::println);
      return;
    }
    if (tasks.isEmpty()) {
      desk.say(
          upgrade > 0
              ? "It has no tasks. Launch a template with: evenkeel template launch NAME --upgrade %d"
                  .formatted(upgrade)
              : "Nothing is open for %s. Others are told with --of WHO, those of an upgrade with --upgrade ID."
                  .formatted(of.isEmpty() ? "you" : of));
      return;
    }
    desk.out().println(ROW.formatted("TASK", "DUE", "STATE", "OWNER", "TITLE"));
    for (JsonNode task : tasks) {
      String due = task.path("due").asString("");
      desk.say(
          ROW.formatted(
              task.path("id").asLong(),
              due.isEmpty() ? "-" : due.substring(0, Math.min(10, due.length())),
              task.path("overdue").asBoolean()
                  ? "overdue"
                  : task.path("state").asString().toLowerCase(Locale.ROOT),
              task.path("owner").asString(),
              task.path("title").asString()));
    }
  }
}
