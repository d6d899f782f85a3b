package dev.evenkeel.cli.template;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel template launch}. */
@Command(
    name = "launch",
    mixinStandardHelpOptions = true,
    description = "Launches a template into an upgrade: every step becomes a task.")
final class LaunchCommand implements Runnable {
  @Mixin private final TemplateDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "the name of the template")
  private String name = "";

  @Option(names = "--upgrade", required = true, paramLabel = "ID", description = "the upgrade")
  private long upgrade;

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "the day of the launch; today when left out")
  private String day = "";

  @Option(
      names = "--basis",
      paramLabel = "FROM",
      description =
          "launch, go-live or window-start, for steps that count from the one before them")
  private String basis = "";

  @Option(
      names = "--owner",
      paramLabel = "WHO",
      description = "a name, team:NAME or role:NAME instead of the template's owner")
  private String owner = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "the time zone of its days (default: that of the systems, else yours)")
  private String zone = "";

  @Option(names = "--working-days", description = "counts working days only")
  private boolean workingDays;

  LaunchCommand(Caller caller) {
    this.desk = new TemplateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode answer =
        desk.api()
            .post(
                "/api/upgrades/%d/tasks".formatted(upgrade),
                Map.of(
                    "template", name,
                    "day", day,
                    "basis", basis,
                    "owner", owner,
                    "zone", zone,
                    "workingDays", workingDays));
    if (desk.json()) {
      answer.path("tasks").forEach(desk.out()::println);
      return;
    }
    desk.say(
        "Template %s is launched into upgrade %d: %d tasks."
            .formatted(name, upgrade, answer.path("tasks").size()));
  }
}
