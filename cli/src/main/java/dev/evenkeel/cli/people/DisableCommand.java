package dev.evenkeel.cli.people;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel people disable}. */
@Command(
    name = "disable",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps somebody from signing in.",
      "They are signed out, and the tokens they issued are taken back for good."
    })
final class DisableCommand implements Runnable {
  @Mixin private final PeopleDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "who")
  private String name = "";

  DisableCommand(Caller caller) {
    this.desk = new PeopleDesk(caller);
  }

  @Override
  public void run() {
    long seen = desk.person(name).path("version").asLong();
    JsonNode answer =
        desk.api().putAt(PeopleDesk.path(name) + "/disabled", Map.of("disabled", true), seen);
    desk.told(answer, "%s is disabled.".formatted(name));
  }
}
