package dev.evenkeel.cli.template;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel template}. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Keeps templates of processes and launches them into upgrades.",
    subcommands = {
      ListCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      CloneCommand.class,
      LaunchCommand.class
    })
public final class TemplateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
