package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evenkeel approval reject}. */
@Command(
    name = "reject",
    mixinStandardHelpOptions = true,
    description = "Does not agree to an upgrade.")
final class RejectCommand extends Deciding {
  @Option(names = "--comment", required = true, paramLabel = "TEXT", description = "why not")
  private String comment = "";

  RejectCommand(Caller caller) {
    super(caller, "reject");
  }

  @Override
  String comment() {
    return comment;
  }
}
