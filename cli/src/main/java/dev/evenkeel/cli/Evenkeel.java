package dev.evenkeel.cli;

import dev.evenkeel.cli.approval.ApprovalCommand;
import dev.evenkeel.cli.audit.AuditCommand;
import dev.evenkeel.cli.board.BoardCommand;
import dev.evenkeel.cli.channel.ChannelCommand;
import dev.evenkeel.cli.estate.AdvisoriesCommand;
import dev.evenkeel.cli.estate.ApplyCommand;
import dev.evenkeel.cli.estate.DiffCommand;
import dev.evenkeel.cli.estate.EstateCommand;
import dev.evenkeel.cli.estate.ExportCommand;
import dev.evenkeel.cli.estate.ImportCommand;
import dev.evenkeel.cli.estate.LifecycleCommand;
import dev.evenkeel.cli.estate.PathRulesCommand;
import dev.evenkeel.cli.estate.UpgradeCommand;
import dev.evenkeel.cli.judge.JudgeCommand;
import dev.evenkeel.cli.lint.LintCommand;
import dev.evenkeel.cli.message.MessageCommand;
import dev.evenkeel.cli.people.PeopleCommand;
import dev.evenkeel.cli.retention.RetentionCommand;
import dev.evenkeel.cli.run.RunCommand;
import dev.evenkeel.cli.secret.SecretCommand;
import dev.evenkeel.cli.task.TaskCommand;
import dev.evenkeel.cli.template.TemplateCommand;
import dev.evenkeel.cli.timetable.TimetableCommand;
import dev.evenkeel.cli.token.TokenCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line's front door. */
@Command(
    name = "evenkeel",
    mixinStandardHelpOptions = true,
    versionProvider = Evenkeel.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Upgrades other systems, wave by wave under live judgement, with a way back.",
    subcommands = {
      ApplyCommand.class,
      DiffCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      EstateCommand.class,
      LifecycleCommand.class,
      PathRulesCommand.class,
      AdvisoriesCommand.class,
      ApprovalCommand.class,
      AuditCommand.class,
      BoardCommand.class,
      ChannelCommand.class,
      JudgeCommand.class,
      LintCommand.class,
      MessageCommand.class,
      PeopleCommand.class,
      RetentionCommand.class,
      RunCommand.class,
      SecretCommand.class,
      StatusCommand.class,
      TaskCommand.class,
      WaitingCommand.class,
      TemplateCommand.class,
      TimetableCommand.class,
      TokenCommand.class,
      UpgradeCommand.class
    },
    footer = {
      "",
      "Beside these: `evenkeel serve` starts the server, `evenkeel demo` shows an upgrade.",
      "Exit codes and variables: docs/cli.md."
    })
public final class Evenkeel implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] arguments) {
    System.exit(commandLine(Caller.ofThisProcess()).execute(arguments));
  }

  /** The commands, ready to be executed. */
  public static CommandLine commandLine(Caller caller) {
    return new CommandLine(new Evenkeel(), new MadeFor(caller))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new Refusals());
  }

  /** Without a command, {@code evenkeel} says what it wants. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /** Says which version this is. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Evenkeel.class.getPackage().getImplementationVersion();
      return new String[] {"evenkeel " + (version == null ? "(not packaged)" : version)};
    }
  }
}
