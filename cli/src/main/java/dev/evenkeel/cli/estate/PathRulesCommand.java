package dev.evenkeel.cli.estate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel path-rules}. */
@Command(
    name = "path-rules",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Reads and keeps the rules of the way up: which versions must not be left out.",
    subcommands = {
      ListRulesCommand.class,
      ShowRulesCommand.class,
      KeepRulesCommand.class,
      RemoveRulesCommand.class
    })
public final class PathRulesCommand implements Runnable {
  static final String PATH = "/api/lifecycle/path-rules";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
