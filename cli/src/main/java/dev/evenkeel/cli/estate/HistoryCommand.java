package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel estate history}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists what changed in the estate, or one document, the newest first.")
final class HistoryCommand implements Runnable {
  private static final String ROW = "%-8s  %-16s  %7s  %7s  %7s  %-32s  %s";

  @Mixin private final EstateDesk desk;

  @Parameters(arity = "0..1", paramLabel = "KIND/NAME", description = "only of this document")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "how many, 1 to 1000 (default: ${DEFAULT-VALUE})",
      defaultValue = "50")
  private int limit = 50;

  HistoryCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  private record Note(
      long id, Instant at, Actor actor, String origin, long added, long changed, long removed) {}

  private record Actor(String name) {}

  @Override
  public void run() {
    JsonNode answer =
        name.map(one -> desk.api().get("/api/estate/%s/history".formatted(EntryName.path(one))))
            .orElseGet(() -> desk.api().get("/api/estate/changes?limit=" + limit));
    if (desk.json()) {
      answer.forEach(desk.out()::println);
      return;
    }
    List<Note> notes =
        answer
            .valueStream()
            .map(one -> one.has("change") ? one.path("change") : one)
            .map(one -> Json.MAPPER.treeToValue(one, Note.class))
            .limit(limit)
            .toList();
    if (notes.isEmpty()) {
      desk.say("Nothing was changed yet.");
      return;
    }
    desk.say(ROW.formatted("CHANGE", "WHEN", "ADDED", "CHANGED", "REMOVED", "FROM", "WHO"));
    notes.forEach(note ->
        desk.say(
            ROW.formatted(
                note.id(),
                desk.when(note.at()),
                note.added(),
                note.changed(),
                note.removed(),
                note.origin(),
                note.actor().name())));
  }
}
