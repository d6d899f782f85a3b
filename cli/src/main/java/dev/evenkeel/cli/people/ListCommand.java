package dev.evenkeel.cli.people;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel people list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists who may sign in, with their address and roles: ROLE, or ROLE:TEAM for one team.")
final class ListCommand implements Runnable {
  private static final String ROW = "%-24s  %-8s  %-30s  %s";

  @Mixin private final PeopleDesk desk;

  ListCommand(Caller caller) {
    this.desk = new PeopleDesk(caller);
  }

  @Override
  public void run() {
    JsonNode people = desk.api().get("/api/people");
    if (desk.json()) {
      people.forEach(desk.out()::println);
      return;
    }
    if (people.isEmpty()) {
      desk.say("Nobody has joined yet. The server printed a link for the first administrator.");
      return;
    }
    desk.say(ROW.formatted("NAME", "STATE", "ADDRESS", "ROLES"));
    for (JsonNode person : people) {
      desk.say(
          ROW.formatted(
              person.path("name").asString(),
              person.path("disabled").asBoolean() ? "disabled" : "enabled",
              PeopleDesk.address(person),
              RoleWords.said(person.path("roles"))));
    }
  }
}
