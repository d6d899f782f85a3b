package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Api;
import dev.evenkeel.cli.server.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Looks at a file of another system: what it would change, and what of it cannot be taken. Changes nothing without --apply.",
    footer = {"", "Exit code 2 when nothing of the file can be taken."})
public final class ImportCommand implements Callable<Integer> {
  @Mixin private final EstateDesk desk;

  @Parameters(paramLabel = "FILE", description = "the file, also as .gz or .zip; - reads a pipe")
  private String file = "-";

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "such as csv, netbox, backstage, cyclonedx; else told by the file")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--source",
      paramLabel = "S",
      description = "the system it comes from; else named after the format or the table")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "what the columns of a table mean, as JSON")
  private Optional<Path> mapping = Optional.empty();

  @Option(names = "--apply", description = "brings it into the estate")
  private boolean apply;

  ImportCommand(Caller caller) {
    this.desk = new EstateDesk(caller);
  }

  private record View(
      Note note,
      List<AppliedText.Changed> changes,
      List<Unfit> rejected,
      Optional<List<Lowered>> lowered) {}

  private record Note(
      long id, String file, String format, String source, Optional<Long> change, Counts counts) {}

  private record Counts(
      long rowsRead,
      long rowsTaken,
      long rowsRejected,
      long valuesRejected,
      long added,
      long changed,
      long same,
      Optional<Long> lowered) {}

  /** A system that the file states to be less critical than the facts say. */
  private record Lowered(
      String system, String criticality, String proposed, String why, Place place) {
    String says() {
      return "%s: %s is stated %s; the facts say %s: %s."
          .formatted(place.says(), system, word(criticality), word(proposed), why);
    }

    private static String word(String criticality) {
      return criticality.toLowerCase(Locale.ROOT);
    }
  }

  private record Unfit(Place place, String what, String why, String wayOut) {
    String says() {
      return "%s: %s: %s %s".formatted(place.says(), what, why, wayOut);
    }
  }

  private record Place(String file, String at) {
    String says() {
      return at.isEmpty() ? file : file + ", " + at;
    }
  }

  @Override
  public Integer call() {
    Optional<JsonNode> columns = mapping.map(ImportCommand::read);
    Api api = desk.api();
    JsonNode answer =
        api.send("/api/estate/imports" + query(columns), body(), "application/octet-stream");
    long id = answer.path("note").path("id").asLong();
    if (columns.isPresent()) {
      answer = api.put("/api/estate/imports/%d/mapping".formatted(id), columns.get());
    }
    boolean any = answer.path("note").path("counts").path("rowsTaken").asLong() > 0;
    boolean applied = apply && any;
    if (applied) {
      answer =
          api.send(
              "/api/estate/imports/%d/apply".formatted(id),
              BodyPublishers.noBody(),
              "application/json");
    }
    if (desk.json()) {
      desk.out().println(answer);
    } else {
      print(Json.MAPPER.treeToValue(answer, View.class), applied, api);
    }
    return (any ? ExitCode.SUCCEEDED : ExitCode.REFUSED).code();
  }

  private String query(Optional<JsonNode> columns) {
    String name = file.equals("-") ? "pipe" : String.valueOf(Path.of(file).getFileName());
    Optional<String> given = columns.isPresent() ? Optional.of("csv") : format;
    return "?file="
        + Api.encoded(name)
        + given.map(one -> "&format=" + Api.encoded(one)).orElse("")
        + source.map(one -> "&source=" + Api.encoded(one)).orElse("");
  }

  private BodyPublisher body() {
    if (file.equals("-")) {
      return BodyPublishers.ofInputStream(desk.caller()::in);
    }
    try {
      return BodyPublishers.ofFile(Path.of(file));
    } catch (FileNotFoundException none) {
      throw new Trouble(ExitCode.REFUSED, "There is no file %s.".formatted(file), none);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return Json.MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new Trouble(ExitCode.REFUSED, "%s cannot be read: %s.".formatted(file, e), e);
    } catch (JacksonException e) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s is no JSON: %s. See docs/cli.md for what it may say."
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }

  private void print(View view, boolean applied, Api api) {
    Counts counts = view.note().counts();
    AppliedText.print(desk, view.changes(), counts.added() + counts.changed());
    view.rejected().forEach(one -> desk.say("! " + one.says()));
    long more = counts.rowsRejected() + counts.valuesRejected() - view.rejected().size();
    if (more > 0) {
      desk.say("  and %,d more that are left out".formatted(more));
    }
    printLowered(view.lowered().orElse(List.of()), counts.lowered().orElse(0L));
    desk.say(
        "%s (%s, source %s): %s read, %,d taken, %,d rejected%s."
            .formatted(
                view.note().file(),
                view.note().format(),
                view.note().source(),
                EstateDesk.counted(counts.rowsRead(), "row"),
                counts.rowsTaken(),
                counts.rowsRejected(),
                counts.valuesRejected() == 0
                    ? ""
                    : ", %s left out"
                        .formatted(EstateDesk.counted(counts.valuesRejected(), "single value"))));
    String said =
        "%,d added, %,d changed, %,d the same"
            .formatted(counts.added(), counts.changed(), counts.same());
    if (applied) {
      desk.say(
          view.note()
              .change()
              .map(change ->
                  "%s: change %d. Take it back with: evenkeel estate revert %d"
                      .formatted(said, change, change))
              .orElse("It said nothing new: the estate is as it was."));
    } else if (counts.rowsTaken() > 0) {
      desk.say(
          "Would be: %s. Nothing was changed; apply it with --apply, or at %s/estate/imports/%d"
              .formatted(said, api.place().url(), view.note().id()));
    } else {
      desk.say("Nothing of it can be taken.");
    }
  }

  private void printLowered(List<Lowered> lowered, long all) {
    if (all == 0) {
      return;
    }
    desk.say(
        "Warning: %s less critical than the facts say."
            .formatted(all == 1 ? "one system is" : "%,d systems are".formatted(all)));
    lowered.forEach(one -> desk.say("! " + one.says()));
    if (all > lowered.size()) {
      desk.say("  and %,d more of them".formatted(all - lowered.size()));
    }
  }
}
