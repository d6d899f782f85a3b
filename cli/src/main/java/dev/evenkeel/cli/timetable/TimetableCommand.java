package dev.evenkeel.cli.timetable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel timetable}. */
@Command(
    name = "timetable",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes timetables of upgrades, checks and explains them. Works without a server.",
    subcommands = {
      SolveCommand.class,
      ReplanCommand.class,
      CompareCommand.class,
      CheckCommand.class,
      ExplainCommand.class
    })
public final class TimetableCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
