package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel estate revert}. */
@Command(
    name = "revert",
    mixinStandardHelpOptions = true,
    description = "Takes a change back: every document becomes what it was before.")
final class RevertCommand implements Runnable {
  @Mixin private final EstateDesk desk;

  @Parameters(paramLabel = "CHANGE", description = "its number, see: evenkeel estate history")
  private long change;

  RevertCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode note = desk.api().post("/api/estate/changes/%d/revert".formatted(change), Map.of());
    if (desk.json()) {
      desk.out().println(note);
    } else {
      desk.say(
          "Change %d is taken back, by change %s.".formatted(change, note.path("id").asLong()));
    }
  }
}
