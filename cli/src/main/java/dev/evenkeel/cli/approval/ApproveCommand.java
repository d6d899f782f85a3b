package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evenkeel approval approve}. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Agrees to an upgrade exactly as it is shown.")
final class ApproveCommand extends Deciding {
  @Option(names = "--comment", paramLabel = "TEXT", description = "what to say with it")
  private String comment = "";

  ApproveCommand(Caller caller) {
    super(caller, "approve");
  }

  @Override
  String comment() {
    return comment;
  }
}
