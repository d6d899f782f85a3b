package dev.evenkeel.cli.people;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel people enable}. */
@Command(
    name = "enable",
    mixinStandardHelpOptions = true,
    description = "Lets somebody sign in again who was disabled.")
final class EnableCommand implements Runnable {
  @Mixin private final PeopleDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "who")
  private String name = "";

  EnableCommand(Caller caller) {
    this.desk = new PeopleDesk(caller);
  }

  @Override
  public void run() {
    long seen = desk.person(name).path("version").asLong();
    JsonNode answer =
        desk.api().putAt(PeopleDesk.path(name) + "/disabled", Map.of("disabled", false), seen);
    desk.told(answer, "%s may sign in again.".formatted(name));
  }
}
