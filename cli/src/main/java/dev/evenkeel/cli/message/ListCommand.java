package dev.evenkeel.cli.message;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel message list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists messages, the newest first, 50 at a time.")
final class ListCommand implements Runnable {
  private static final String ROW = "%-8s  %-20s  %-9s  %-5s  %-16s  %s";
  private static final int SECONDS = "2027-01-31T23:59:59".length();

  @Mixin private final MessageDesk desk;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "only those waiting, sending, sent, failed or withdrawn")
  private String state = "";

  @Option(names = "--channel", paramLabel = "NAME", description = "only those of a channel")
  private String channel = "";

  @Option(
      names = "--about",
      paramLabel = "PATH",
      description = "only those about something, such as /upgrades/12")
  private String about = "";

  @Option(names = "--before", paramLabel = "ID", description = "only older ones than this")
  private String before = "";

  ListCommand(Caller caller) {
    this.desk = new MessageDesk(caller);
  }

  @Override
  public void run() {
    JsonNode page =
        desk.api()
            .get(
                "/api/messages?state=%s&channel=%s&about=%s&before=%s"
                    .formatted(
                        Api.encoded(state),
                        Api.encoded(channel),
                        Api.encoded(about),
                        Api.encoded(before)));
    JsonNode messages = page.path("messages");
    if (desk.json()) {
      messages.forEach(desk.out()::println);
      return;
    }
    if (messages.isEmpty()) {
      desk.say("There is no such message.");
      return;
    }
    desk.out().println(ROW.formatted("MESSAGE", "POSTED", "STATE", "TRIES", "CHANNEL", "SUBJECT"));
    for (JsonNode one : messages) {
      String posted = one.path("postedAt").asString("");
      desk.say(
          ROW.formatted(
              one.path("id").asLong(),
              posted.substring(0, Math.min(SECONDS, posted.length())) + "Z",
              one.path("state").asString(),
              one.path("tries").asInt(),
              one.path("channel").asString(),
              one.path("subject").asString()));
    }
    if (page.hasNonNull("older")) {
      desk.say("Older ones: --before %d".formatted(page.path("older").asLong()));
    }
  }
}
