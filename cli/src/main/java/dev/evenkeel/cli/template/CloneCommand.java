package dev.evenkeel.cli.template;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel template clone}. */
@Command(
    name = "clone",
    mixinStandardHelpOptions = true,
    description = "Keeps the same under another name.")
final class CloneCommand implements Runnable {
  @Mixin private final TemplateDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "the name of the template")
  private String name = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "the name of the clone")
  private String to = "";

  CloneCommand(Caller caller) {
    this.desk = new TemplateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode answer =
        desk.api().post("/api/templates/%s/copies".formatted(Api.encoded(name)), Map.of("to", to));
    if (desk.json()) {
      desk.out().println(answer);
      return;
    }
    desk.say("Template %s is a clone of %s.".formatted(to, name));
  }
}
