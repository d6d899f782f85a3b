package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Api;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel lifecycle warnings}. */
@Command(
    name = "warnings",
    mixinStandardHelpOptions = true,
    description = "Lists what ends soon or has ended, as it was told, the newest first.")
final class WarningsCommand implements Runnable {
  private static final String ROW = "%-16s  %-32s  %-10s  %s";

  @Mixin private final EstateDesk desk;

  @Option(
      names = "--search",
      paramLabel = "WORDS",
      description = "only those of systems, or with a text, that say the words")
  private String words = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "only those told so far ahead: 365, 180, 90, 30, or 0 for what is over")
  private Optional<Integer> days = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "how many, 1 to 1000 (default: ${DEFAULT-VALUE})",
      defaultValue = "100")
  private int limit = 100;

  WarningsCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode warnings =
        desk.api()
            .get(
                "/api/lifecycle/warnings?q=%s%s&limit=%d"
                    .formatted(
                        Api.encoded(words), days.map(one -> "&days=" + one).orElse(""), limit));
    if (desk.json()) {
      warnings.forEach(desk.out()::println);
    } else if (warnings.isEmpty()) {
      desk.say(
          words.isEmpty() && days.isEmpty()
              ? "Nothing was warned of yet."
              : "No warning is like that.");
    } else {
      desk.say(ROW.formatted("TOLD", "SYSTEM", "ENDS", "SAYS"));
      warnings.forEach(one ->
          desk.say(
              ROW.formatted(
                  desk.when(Instant.parse(one.path("at").asString())),
                  one.path("system").asString(),
                  one.path("ends").asString(""),
                  one.path("says").asString())));
    }
  }
}
