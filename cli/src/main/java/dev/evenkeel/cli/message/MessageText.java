package dev.evenkeel.cli.message;

import tools.jackson.databind.JsonNode;

/** A message with its attempts, in words. */
final class MessageText {
  private MessageText() {}

  static void print(MessageDesk desk, JsonNode whole) {
    if (desk.json()) {
      desk.out().println(whole);
      return;
    }
    JsonNode message = whole.path("message");
    desk.say(
        "Message %d, %s: %s"
            .formatted(
                message.path("id").asLong(),
                message.path("state").asString(),
                message.path("subject").asString()));
    desk.say(
        "  to %s, about %s, posted %s by %s"
            .formatted(
                message.path("to").asString(message.path("channel").asString()),
                message.path("about").asString(),
                message.path("postedAt").asString(),
                message.path("actor").asString()));
    String says = message.path("says").asString("");
    if (!says.isEmpty()) {
      desk.say("  " + says);
    }
    if (message.hasNonNull("dueAt")) {
      desk.say("  tried next at " + message.path("dueAt").asString());
    }
    whole
        .path("attempts")
        .forEach(one ->
            desk.say(
                "  attempt %d, %s, %s: %s"
                    .formatted(
                        one.path("number").asInt(),
                        one.path("startedAt").asString(),
                        one.path("outcome")
                            .asString("under way")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', ' '),
                        one.path("says").asString(""))));
    message.path("text").asString("").lines().forEach(line -> desk.say("  | " + line));
  }
}
