package dev.evenkeel.cli.channel;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel channel list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists channels: where they lead, who reads them, and whether they were reached.")
final class ListCommand implements Runnable {
  private static final String ROW = "%-16s  %-11s  %-12s  %-12s  %s";

  @Mixin private final ChannelDesk desk;

  ListCommand(Caller caller) {
    this.desk = new ChannelDesk(caller);
  }

  @Override
  public void run() {
    JsonNode channels = desk.api().get("/api/channels");
    if (desk.json()) {
      channels.forEach(desk.out()::println);
      return;
    }
    if (channels.isEmpty()) {
      desk.say(
          "There is none, so nobody is told anything. Make one: evenkeel channel apply -f FILE");
      return;
    }
    desk.out().println(ROW.formatted("CHANNEL", "KIND", "AUDIENCE", "STATE", "TO"));
    for (JsonNode one : channels) {
      String address = one.path("address").asString("");
      desk.say(
          ROW.formatted(
              one.path("name").asString(),
              one.path("kind").asString(),
              one.path("audience").asString(""),
              one.path("reachable").asBoolean() ? "in use" : "not reached",
              !address.isEmpty()
                  ? address
                  : one.hasNonNull("host")
                      ? "by " + one.path("host").asString()
                      : "secret " + one.path("secret").asString("")));
    }
  }
}
