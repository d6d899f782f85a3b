package dev.evenkeel.cli.retention;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What every command about keeping data has. */
final class RetentionDesk extends Desk {
  static final String PATH = "/api/retention";

  RetentionDesk(Caller caller) {
    super(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }

  /** Such as {@code 365 days}. */
  static String kept(JsonNode policy) {
    int days = policy.path("days").asInt();
    return policy.path("days").isNumber()
        ? "%d %s".formatted(days, days == 1 ? "day" : "days")
        : "for ever";
  }

  /** Places a hold, or ends one. */
  void hold(String kind, String upgrade, String why, String said) {
    JsonNode answer =
        api().post("%s/%s".formatted(PATH, kind), Map.of("upgrade", upgrade, "why", why));
    if (json()) {
      answer.path("holds").forEach(out()::println);
    } else {
      say(said.formatted(upgrade));
    }
  }
}
