package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Json;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel estate blast}. */
@Command(
    name = "blast",
    mixinStandardHelpOptions = true,
    description = "Says who is hit while a system is away.")
final class BlastCommand implements Runnable {
  private static final String ROW = "%-40s  %-8s  %-11s  %s";

  @Mixin private final EstateDesk desk;

  @Parameters(paramLabel = "NAME", description = "the system")
  private String name = "";

  BlastCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  private record Blast(
      long users,
      long red,
      long yellow,
      long green,
      long workflows,
      int affected,
      List<Hit> hits) {}

  private record Hit(String id, String title, String criticality, int hops, String effect) {}

  @Override
  public void run() {
    JsonNode answer = desk.api().get("/api/map/%s/blast".formatted(EntryName.path(name)));
    if (desk.json()) {
      desk.out().println(answer);
      return;
    }
    Blast blast = Json.MAPPER.treeToValue(answer, Blast.class);
    if (!blast.hits().isEmpty()) {
      desk.say(ROW.formatted("WHO", "CRITICAL", "HOW", "HOPS"));
      blast
          .hits()
          .forEach(hit ->
              desk.say(
                  ROW.formatted(
                      hit.id(), word(hit.criticality()), word(hit.effect()), hit.hops())));
    }
    desk.say(
        "While %s is away, %,d red, %,d yellow and %,d green systems, itself included, and %s feel it%s."
            .formatted(
                name,
                blast.red(),
                blast.yellow(),
                blast.green(),
                EstateDesk.counted(blast.workflows(), "workflow"),
                blast.users() == 0
                    ? "; how many people, nobody has said"
                    : ", and at least %s".formatted(people(blast.users()))));
  }

  private static String people(long users) {
    return users == 1 ? "one person" : "%,d people".formatted(users);
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
