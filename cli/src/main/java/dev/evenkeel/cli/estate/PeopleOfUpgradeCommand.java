package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel upgrade people}. */
@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    description = "Lists who an upgrade is done with, who comes, and what is missing.")
final class PeopleOfUpgradeCommand implements Runnable {
  private static final String ROW = "%-16s  %-6s  %-7s  %s";

  @Mixin private final EstateDesk desk;

  @Parameters(paramLabel = "ID", description = "the number of the upgrade")
  private long upgrade;

  PeopleOfUpgradeCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode whole = desk.api().get("/api/upgrades/%d/people".formatted(upgrade));
    if (desk.json()) {
      desk.out().println(whole);
      return;
    }
    if (!whole.path("members").isEmpty()) {
      desk.out().println(ROW.formatted("WHO", "COMES", "CHART", "PART"));
    }
    for (JsonNode member : whole.path("members")) {
      JsonNode comes = member.path("comes");
      desk.say(
          ROW.formatted(
              member.path("person").asString(),
              comes.isBoolean() ? (comes.asBoolean() ? "yes" : "no") : "-",
              member.path("sawTheChart").asBoolean() ? "seen" : "-",
              member.path("parts").asString()));
      member.path("against").forEach(one -> desk.say("  " + one.asString()));
    }
    String decides = whole.path("decidesOnGoingBack").asString("");
    desk.say(
        decides.isEmpty() ? "Nobody decides on going back." : decides + " decides on going back.");
    if (whole.path("ready").asBoolean()) {
      desk.say("The team is ready.");
    }
    whole.path("gaps").forEach(gap -> desk.say("missing: " + gap.path("says").asString()));
    whole.path("warnings").forEach(one -> desk.say("doubtful: " + one.asString()));
  }
}
