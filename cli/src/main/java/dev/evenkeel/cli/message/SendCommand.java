package dev.evenkeel.cli.message;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel message send}. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Posts a message to a channel; it is delivered from the outbox.",
      "Without --text the text is read from a pipe."
    })
final class SendCommand implements Runnable {
  @Mixin private final MessageDesk desk;

  @Option(
      names = "--channel",
      required = true,
      paramLabel = "NAME",
      description = "the channel it goes to")
  private String channel = "";

  @Option(
      names = "--subject",
      required = true,
      paramLabel = "LINE",
      description = "what it is about, in a line")
  private String subject = "";

  @Option(names = "--text", paramLabel = "TEXT", description = "what it says")
  private String text = "";

  @Option(
      names = "--about",
      paramLabel = "PATH",
      description = "what it hangs on, such as /upgrades/12")
  private String about = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "messages with the same key are told once; a new one when left out")
  private String key = "";

  SendCommand(Caller caller) {
    this.desk = new MessageDesk(caller);
  }

  @Override
  public void run() {
    Map<String, String> message = new LinkedHashMap<>();
    message.put("key", key.isBlank() ? "cli/" + UUID.randomUUID() : key);
    message.put("channel", channel);
    message.put("subject", subject);
    message.put("text", text.isBlank() ? piped() : text);
    if (!about.isBlank()) {
      message.put("about", about);
    }
    JsonNode ids =
        desk.api().post("/api/messages", Map.of("messages", List.of(message))).path("ids");
    if (desk.json()) {
      desk.out().println(ids);
      return;
    }
    desk.say(
        ids.isEmpty()
            ? "Nothing new: a message with this key was posted before."
            : "Message %d waits in the outbox. See what becomes of it with: evenkeel message show %d"
                .formatted(ids.path(0).asLong(), ids.path(0).asLong()));
  }

  private String piped() {
    try {
      return new String(desk.caller().in().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new Trouble(ExitCode.FAILED, "The text cannot be read: %s.".formatted(e), e);
    }
  }
}
