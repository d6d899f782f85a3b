package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel approval list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the approvals of all upgrades, those that wait first.")
final class ListCommand implements Runnable {
  private static final String ROW = "%-7s  %-9s  %-9s  %-20s  %-24s  %s";

  @Mixin private final ApprovalDesk desk;

  ListCommand(Caller caller) {
    this.desk = new ApprovalDesk(caller);
  }

  @Override
  public void run() {
    JsonNode all = desk.api().get("/api/approvals");
    if (desk.json()) {
      all.forEach(desk.out()::println);
      return;
    }
    if (all.isEmpty()) {
      desk.say("Nobody has asked for an approval. Ask with: evenkeel approval request UPGRADE");
      return;
    }
    desk.out().println(ROW.formatted("UPGRADE", "STATE", "KIND", "FROM", "NEEDS", "TITLE"));
    for (JsonNode one : all) {
      desk.say(
          ROW.formatted(
              one.path("upgrade").asLong(),
              one.path("state").asString(),
              one.path("kind").asString(),
              one.path("from").asString(),
              one.path("quorum").asString(),
              one.path("title").asString()));
    }
  }
}
