package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel upgrade apply}. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description =
        "Makes and changes upgrades as files say, all of them or none. The same files again change nothing.")
final class ApplyUpgradesCommand implements Runnable {
  @Mixin private final EstateDesk desk;

  @Option(
      names = "-f",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "files of upgrades, or folders of such; - reads from a pipe")
  private List<String> files = List.of();

  @Option(names = "--preview", description = "says what would change, and changes nothing")
  private boolean preview;

  ApplyUpgradesCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode answer = Sheets.of(files, desk.caller()).applyUpgrades(desk.api(), preview);
    if (desk.json()) {
      desk.out().println(answer);
      return;
    }
    AppliedText applied = AppliedText.of(answer);
    applied.print(desk);
    if (applied.all() == 0) {
      desk.say("Nothing new: the upgrades say the same already.");
    } else if (preview) {
      desk.say("Would be: %s. Nothing was changed.".formatted(applied.counts()));
    } else {
      desk.say(applied.counts() + ".");
    }
  }
}
