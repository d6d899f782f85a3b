package dev.evenkeel.cli.channel;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel channel test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Sends a message to try a channel with, and waits for what becomes of it.")
final class TestCommand implements Runnable {
  @Mixin private final ChannelDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "the channel")
  private String name = "";

  TestCommand(Caller caller) {
    this.desk = new ChannelDesk(caller);
  }

  @Override
  public void run() {
    JsonNode tried =
        desk.api().post("/api/channels/%s/test".formatted(Api.encoded(name)), Map.of());
    if (desk.json()) {
      desk.out().println(tried);
    } else if (tried.path("taken").asBoolean()) {
      desk.say("Taken. " + tried.path("says").asString());
    }
    if (!tried.path("taken").asBoolean()) {
      throw new Trouble(
          ExitCode.FAILED, "Not delivered. " + Harmless.text(tried.path("says").asString()));
    }
  }
}
