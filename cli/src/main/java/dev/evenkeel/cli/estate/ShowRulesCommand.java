package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel path-rules show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows your own rules of a product, as they can be kept again.")
final class ShowRulesCommand implements Runnable {
  @Mixin private final EstateDesk desk;

  @Parameters(paramLabel = "PRODUCT", description = "its name, see: evenkeel path-rules list")
  private String product = "";

  ShowRulesCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode rule =
        desk.api()
            .get(PathRulesCommand.PATH)
            .path("own")
            .valueStream()
            .filter(one -> one.path("product").asString().equals(product))
            .findFirst()
            .orElseThrow(() ->
                new Trouble(
                    ExitCode.NOT_FOUND,
                    "There are no rules of your own for '%s'. See: evenkeel path-rules list"
                        .formatted(product)));
    desk.out()
        .println(
            desk.json()
                ? rule.toString()
                : Harmless.lines(rule.path("text").asString().stripTrailing()));
  }
}
