package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel run show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a run as it is now.")
final class ShowCommand implements Runnable {
  @Mixin private final RunDesk desk;
  @Mixin private final RunArgument run = new RunArgument();

  ShowCommand(Caller caller) {
    this.desk = new RunDesk(caller);
  }

  @Override
  public void run() {
    JsonNode document = desk.runs().run(run.id());
    if (desk.json()) {
      desk.out().println(document);
    } else {
      desk.watching().show(document);
    }
  }
}
