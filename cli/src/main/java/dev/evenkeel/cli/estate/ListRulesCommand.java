package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel path-rules list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists your own rules, and those that come with Evenkeel.",
    footer = {"", "Where rules of your own hold, they alone count for the product."})
final class ListRulesCommand implements Runnable {
  private static final String ROW = "%-24s  %-10s  %-16s  %s";

  @Mixin private final EstateDesk desk;

  ListRulesCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode rules = desk.api().get(PathRulesCommand.PATH);
    if (desk.json()) {
      desk.out().println(rules);
      return;
    }
    row("PRODUCT", "WAY", "YOURS SINCE", "IN WORDS");
    for (JsonNode rule : rules.path("own")) {
      String product = rule.path("product").asString();
      row(
          product,
          "",
          desk.when(Instant.parse(rule.path("at").asString())),
          "by %s; see: evenkeel path-rules show %s"
              .formatted(rule.path("by").path("name").asString(), product));
    }
    for (JsonNode rule : rules.path("shipped")) {
      row(
          rule.path("product").asString(),
          rule.path("way").asString().toLowerCase(Locale.ROOT).replace('_', '-'),
          "",
          rule.path("says").asString());
    }
  }

  private void row(String product, String way, String since, String words) {
    desk.say(ROW.formatted(product, way, since, words).stripTrailing());
  }
}
