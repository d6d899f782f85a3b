package dev.evenkeel.cli.judge;

import dev.evenkeel.cli.judge.backtest.BacktestCommand;
import dev.evenkeel.cli.judge.backtest.MarkCommand;
import dev.evenkeel.cli.judge.cases.CasesCommand;
import dev.evenkeel.cli.judge.compare.CompareCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel judge}. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Judges stored measurements of an old and a new version. Works without a server.",
    subcommands = {
      CompareCommand.class,
      BacktestCommand.class,
      MarkCommand.class,
      CasesCommand.class
    })
public final class JudgeCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
