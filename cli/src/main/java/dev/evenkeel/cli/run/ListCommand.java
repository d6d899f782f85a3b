package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.server.Appointment;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.Rehearsal;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel run list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists runs, the newest first.")
final class ListCommand implements Runnable {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SOON = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final String ROW = "%-10s  %-16s  %-11s  %-30s  %s";

  @Mixin private final RunDesk desk;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "how many, 1 to 200 (default: ${DEFAULT-VALUE})",
      defaultValue = "50")
  private int limit = 50;

  ListCommand(Caller caller) {
    this.desk = new RunDesk(caller);
  }

  private record Summary(
      String id,
      String title,
      RunFacts.Kind kind,
      Status status,
      Optional<Rehearsal> rehearsal,
      Optional<Appointment> appointment,
      Instant createdAt) {

    /** Such as {@code at 11-28 22:00}, for a run that starts by itself. */
    String words(ZoneId zone) {
      return appointment
          .flatMap(made ->
              switch (made.state()) {
                case WAITING -> Optional.of("at " + SOON.format(made.startAt().atZone(zone)));
                case MISSED -> Optional.of("missed its start");
                case OVER -> Optional.<String>empty();
              })
          .orElseGet(() -> Rehearsal.words(status, rehearsal));
    }
  }

  @Override
  public void run() {
    JsonNode runs = desk.runs().list(limit);
    if (desk.json()) {
      runs.forEach(desk.out()::println);
      return;
    }
    if (runs.isEmpty()) {
      desk.out().println("There is no run yet. Start one with: evenkeel run start FILE");
      return;
    }
    desk.out().println(ROW.formatted("RUN", "TAKEN IN", "KIND", "STATUS", "TITLE"));
    ZoneId zone = desk.caller().clock().getZone();
    for (JsonNode document : runs) {
      Summary run = Json.MAPPER.treeToValue(document, Summary.class);
      desk.out()
          .println(
              Harmless.text(
                  ROW.formatted(
                      run.id(),
                      WHEN.format(run.createdAt().atZone(zone)),
                      run.kind().words(),
                      run.words(zone),
                      run.title())));
    }
  }
}
