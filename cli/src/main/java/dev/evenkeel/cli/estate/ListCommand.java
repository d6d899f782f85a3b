package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Api;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel estate list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists what is in the estate, by name.")
final class ListCommand implements Runnable {
  private static final String ROW = "%-32s  %-24s  %-12s  %s";
  private static final int AT_ONCE = 1_000;

  @Mixin private final EstateDesk desk;

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description =
          "systems, user-groups, teams, people, workflows, stakeholders, calendars, freezes, holidays, rosters or budgets (default: systems)")
  private String kind = "systems";

  @Option(names = "--search", paramLabel = "WORDS", description = "only those that say the words")
  private String words = "";

  ListCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  @Override
  public void run() {
    List<JsonNode> found = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          desk.api()
              .get(
                  "/api/estate/%s?q=%s&after=%s&limit=%d"
                      .formatted(
                          Api.encoded(kind), Api.encoded(words), Api.encoded(after), AT_ONCE));
      page.path("documents").forEach(found::add);
      after = page.path("next").asString("");
    } while (!after.isEmpty());
    if (desk.json()) {
      found.forEach(desk.out()::println);
    } else if (found.isEmpty()) {
      desk.say(
          words.isEmpty()
              ? "There is nothing yet. Add something with: evenkeel apply -f FILE"
              : "Nothing says '%s'.".formatted(words));
    } else {
      desk.say(ROW.formatted("NAME", "RUNS", "TEAM", "TITLE").stripTrailing());
      found.forEach(one -> desk.say(row(one.path("document"))));
    }
  }

  private static String row(JsonNode document) {
    String runs = "%s %s".formatted(text(document, "product"), text(document, "version")).strip();
    String team = text(document, "team");
    return ROW.formatted(
            text(document, "name"),
            runs,
            team.isEmpty() ? text(document, "owner") : team,
            text(document, "title"))
        .stripTrailing();
  }

  private static String text(JsonNode document, String key) {
    return document.path(key).asString("");
  }
}
