package dev.evenkeel.cli.template;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel template list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the templates.")
final class ListCommand implements Runnable {
  @Mixin private final TemplateDesk desk;

  private static final String ROW = "%-28s  %5s  %7s  %s";

  ListCommand(Caller caller) {
    this.desk = new TemplateDesk(caller);
  }

  @Override
  public void run() {
    JsonNode templates = desk.api().get("/api/templates");
    if (desk.json()) {
      templates.forEach(desk.out()::println);
      return;
    }
    desk.out().println(ROW.formatted("TEMPLATE", "STEPS", "VERSION", "TITLE"));
    for (JsonNode one : templates) {
      desk.say(
          ROW.formatted(
              one.path("name").asString(),
              one.path("steps").asInt() == 0 ? "sheet" : one.path("steps").asString(),
              one.path("version").asString(),
              one.path("title").asString()));
    }
  }
}
