package dev.evenkeel.cli.template;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel template export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the text of a template, as import takes it.")
final class ExportCommand implements Runnable {
  @Mixin private final TemplateDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "the name of the template")
  private String name = "";

  @Option(names = "--version-number", paramLabel = "N", description = "not the newest, but this")
  private int version;

  ExportCommand(Caller caller) {
    this.desk = new TemplateDesk(caller);
  }

  @Override
  public void run() {
    String path = "/api/templates/%s/text".formatted(Api.encoded(name));
    desk.out()
        .print(
            desk.api().text(version > 0 ? path + "?version=" + version : path, "application/yaml"));
    desk.out().flush();
  }
}
