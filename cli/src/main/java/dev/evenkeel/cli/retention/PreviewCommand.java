package dev.evenkeel.cli.retention;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel retention preview}. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how much is deleted within the hour as the policies are now, and how much is held.",
      "Looking deletes nothing."
    })
final class PreviewCommand implements Runnable {
  private static final String ROW = "%-16s  %-10s  %12s  %16s  %12s";

  @Mixin private final RetentionDesk desk;

  PreviewCommand(Caller caller) {
    this.desk = new RetentionDesk(caller);
  }

  @Override
  public void run() {
    JsonNode policies = desk.api().get(RetentionDesk.PATH).path("policies");
    if (desk.json()) {
      policies.forEach(desk.out()::println);
      return;
    }
    desk.say(ROW.formatted("KIND", "KEPT", "PAGES DUE", "CHARACTERS DUE", "PAGES HELD"));
    for (JsonNode one : policies) {
      desk.say(
          ROW.formatted(
              one.path("kind").asString(),
              RetentionDesk.kept(one),
              one.path("due").asLong(),
              one.path("characters").asLong(),
              one.path("held").asLong()));
    }
  }
}
