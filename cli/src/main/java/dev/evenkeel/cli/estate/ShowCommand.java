package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Harmless;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code evenkeel estate show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a document of the estate.")
final class ShowCommand implements Runnable {
  @Mixin private final EstateDesk desk;

  @Parameters(
      paramLabel = "KIND/NAME",
      description = "such as teams/web; without a kind it is a system")
  private String name = "";

  ShowCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    String path = "/api/estate/" + EntryName.path(name);
    if (desk.json()) {
      desk.out().println(desk.api().get(path));
    } else {
      desk.out().println(Harmless.lines(desk.api().text(path, "application/yaml")));
    }
  }
}
