package dev.evenkeel.cli.retention;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel retention list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists what piles up with how long it is kept, then the upgrades that are held.")
final class ListCommand implements Runnable {
  private static final String ROW = "%-16s  %-10s  %s";
  private static final String HELD = "%-16s  %-10s  %s";

  @Mixin private final RetentionDesk desk;

  ListCommand(Caller caller) {
    this.desk = new RetentionDesk(caller);
  }

  @Override
  public void run() {
    JsonNode all = desk.api().get(RetentionDesk.PATH);
    if (desk.json()) {
      all.path("policies").forEach(desk.out()::println);
      all.path("holds").forEach(desk.out()::println);
      return;
    }
    desk.say(ROW.formatted("KIND", "KEPT", "WHAT"));
    for (JsonNode one : all.path("policies")) {
      desk.say(
          ROW.formatted(
              one.path("kind").asString(), RetentionDesk.kept(one), one.path("title").asString()));
    }
    if (all.path("holds").isEmpty()) {
      desk.say("No upgrade is held.");
      return;
    }
    desk.say("");
    desk.say(HELD.formatted("HELD UPGRADE", "BY", "WHY"));
    for (JsonNode one : all.path("holds")) {
      desk.say(
          HELD.formatted(
              one.path("upgrade").asString(),
              one.path("by").path("name").asString(),
              one.path("why").asString()));
    }
  }
}
