package dev.evenkeel.cli.people;

import dev.evenkeel.cli.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel people grant}. */
@Command(
    name = "grant",
    mixinStandardHelpOptions = true,
    description = "Grants somebody roles beside those they have, or instead of them.")
final class GrantCommand implements Runnable {
  @Mixin private final PeopleDesk desk;

  @Parameters(index = "0", paramLabel = "NAME", description = "who")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ROLE[:TEAM]",
      description = "such as viewer, or engineer:web for the systems of team web only")
  private List<String> roles = new ArrayList<>();

  @Option(names = "--instead", description = "takes the roles that are not named")
  private boolean instead;

  GrantCommand(Caller caller) {
    this.desk = new PeopleDesk(caller);
  }

  @Override
  public void run() {
    JsonNode seen = desk.person(name);
    List<String> wanted = new ArrayList<>(roles);
    if (!instead) {
      wanted.addAll(RoleWords.typed(seen.path("roles")));
    }
    JsonNode answer =
        desk.api()
            .putAt(
                PeopleDesk.path(name) + "/roles",
                Map.of("roles", RoleWords.grants(wanted)),
                seen.path("version").asLong());
    desk.told(answer, "%s has now: %s.".formatted(name, RoleWords.said(answer.path("roles"))));
  }
}
