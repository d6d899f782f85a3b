package dev.evenkeel.cli.people;

import dev.evenkeel.cli.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel people add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a link with which somebody new joins: with a name and a password they choose.",
      "It is good once, for three days. Roles for one team are granted when they are there."
    })
final class AddCommand implements Runnable {
  @Mixin private final PeopleDesk desk;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "what they may do; may be given several times")
  private List<String> roles = new ArrayList<>();

  AddCommand(Caller caller) {
    this.desk = new PeopleDesk(caller);
  }

  @Override
  public void run() {
    JsonNode answer = desk.api().post("/api/people/invitations", Map.of("roles", roles));
    desk.told(
        answer,
        "Give this link to the person it is for: %s".formatted(answer.path("link").asString()));
  }
}
