package dev.evenkeel.cli.retention;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel retention}. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "How long things are kept, and which upgrades are held for a court or an auditor.",
    subcommands = {
      ListCommand.class,
      SetCommand.class,
      PreviewCommand.class,
      HoldCommand.class,
      ReleaseCommand.class
    })
public final class RetentionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
