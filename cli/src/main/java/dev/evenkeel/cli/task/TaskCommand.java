package dev.evenkeel.cli.task;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel task}. */
@Command(
    name = "task",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Lists the tasks of upgrades and ends them.",
    subcommands = {
      ListCommand.class,
      DoneCommand.class,
      SkipCommand.class,
      ReopenCommand.class,
      CommentCommand.class
    })
public final class TaskCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
