package dev.evenkeel.cli.retention;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Api;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel retention set}. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    description = {
      "Says how long a kind is kept. What is older is deleted within the hour, for good:",
      "look at it with 'evenkeel retention preview'."
    })
final class SetCommand implements Runnable {
  private static final String FOR_EVER = "for-ever";

  @Mixin private final RetentionDesk desk;

  @Parameters(index = "0", paramLabel = "KIND", description = "as 'evenkeel retention list' says")
  private String kind = "";

  @Parameters(
      index = "1",
      paramLabel = "DAYS",
      description = "so many days, or for-ever to delete nothing of it")
  private String days = "";

  SetCommand(Caller caller) {
    this.desk = new RetentionDesk(caller);
  }

  @Override
  public void run() {
    JsonNode seen = policy(desk.api().get(RetentionDesk.PATH));
    JsonNode answer =
        desk.api()
            .putAt(
                "%s/policies/%s".formatted(RetentionDesk.PATH, Api.encoded(kind)),
                days.equals(FOR_EVER) ? Map.of() : Map.of("days", days),
                seen.path("version").asLong());
    JsonNode now = policy(answer);
    if (desk.json()) {
      desk.out().println(now);
      return;
    }
    desk.say(
        "%s is kept %s. Due now: %d %s; held: %d."
            .formatted(
                kind,
                RetentionDesk.kept(now),
                now.path("due").asLong(),
                now.path("due").asLong() == 1 ? "page" : "pages",
                now.path("held").asLong()));
  }

  private JsonNode policy(JsonNode all) {
    return all.path("policies")
        .valueStream()
        .filter(one -> one.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow(() ->
            new Trouble(
                ExitCode.REFUSED,
                "There is no kind '%s'. There are %s."
                    .formatted(
                        kind,
                        all.path("policies")
                            .valueStream()
                            .map(one -> one.path("kind").asString())
                            .collect(Collectors.joining(", ")))));
  }
}
