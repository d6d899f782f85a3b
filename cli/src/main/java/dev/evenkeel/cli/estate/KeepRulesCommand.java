package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel path-rules keep}. */
@Command(
    name = "keep",
    mixinStandardHelpOptions = true,
    description = "Keeps the rules of one product, in the place of your own before.",
    footer = {
      "",
      "A file says, for example:",
      "  rules:",
      "    - product: gitlab",
      "      way: stops     (or direct, each-major, each-line, each-lts)",
      "      stops: [\"16.11\", \"17.11\"]",
      "      says: We tried this way on the copy.",
      "      source: our runbook 12"
    })
final class KeepRulesCommand implements Runnable {
  @Mixin private final EstateDesk desk;

  @Option(
      names = "-f",
      required = true,
      paramLabel = "FILE",
      description = "the rules as YAML; - reads from a pipe")
  private String file = "";

  KeepRulesCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode rule = Sheets.of(List.of(file), desk.caller()).keepAsRules(desk.api());
    if (desk.json()) {
      desk.out().println(rule);
    } else {
      desk.say(
          "The rules of the way of %1$s are kept; where they hold, they alone count. Remove them with: evenkeel path-rules remove %1$s"
              .formatted(rule.path("product").asString()));
    }
  }
}
