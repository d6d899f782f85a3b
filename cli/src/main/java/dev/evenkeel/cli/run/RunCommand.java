package dev.evenkeel.cli.run;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Starts, watches and steers runs.",
    subcommands = {
      StartCommand.class,
      ScheduleCommand.class,
      ListCommand.class,
      ShowCommand.class,
      WatchCommand.class,
      OrderCommand.Pause.class,
      OrderCommand.Resume.class,
      OrderCommand.RollBack.class,
      OrderCommand.Abort.class,
      OrderCommand.Retry.class,
      OrderCommand.Skip.class,
      ConfirmCommand.class,
      LogCommand.class
    })
public final class RunCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
