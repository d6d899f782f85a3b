package dev.evenkeel.cli.secret;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ServerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code evenkeel secret delete}. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = "Forgets a secret. Runs that need it fail from then on.")
final class DeleteCommand implements Runnable {
  private final Caller caller;

  @Mixin private final ServerOption server = new ServerOption();
  @Mixin private final NameArgument secret = new NameArgument();
  @Spec private CommandSpec spec = CommandSpec.create();

  DeleteCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public void run() {
    server.api(caller).delete(secret.path());
    spec.commandLine().getOut().printf("Secret %s is forgotten.%n", secret.name());
  }
}
