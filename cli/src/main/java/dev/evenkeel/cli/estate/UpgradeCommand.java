package dev.evenkeel.cli.estate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel upgrade}. */
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes and changes upgrades, and tells who they are done with.",
    subcommands = {ApplyUpgradesCommand.class, PeopleOfUpgradeCommand.class})
public final class UpgradeCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
