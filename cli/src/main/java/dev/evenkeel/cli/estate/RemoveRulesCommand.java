package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Api;
import dev.evenkeel.cli.server.Json;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code evenkeel path-rules remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Removes your own rules of a product; those that come with Evenkeel count again.")
final class RemoveRulesCommand implements Runnable {
  @Mixin private final EstateDesk desk;

  @Parameters(paramLabel = "PRODUCT", description = "its name, see: evenkeel path-rules list")
  private String product = "";

  RemoveRulesCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    desk.api().delete(PathRulesCommand.PATH + "/" + Api.encoded(product));
    if (desk.json()) {
      desk.out().println(Json.MAPPER.writeValueAsString(Map.of("removed", product)));
    } else {
      desk.say("Your rules of the way of %s are removed.".formatted(product));
    }
  }
}
