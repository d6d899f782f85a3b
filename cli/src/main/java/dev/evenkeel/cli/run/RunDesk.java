package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.LocalTime;
import dev.evenkeel.cli.server.Appointment;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.Runs;
import dev.evenkeel.cli.server.Status;
import dev.evenkeel.cli.watch.Watching;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What every command about runs has. */
final class RunDesk extends Desk {
  RunDesk(Caller caller) {
    super(caller);
  }

  Runs runs() {
    return new Runs(api());
  }

  Watching watching() {
    return new Watching(caller(), runs(), out(), err());
  }

  /** The document for programs, one sentence for people. */
  void answer(JsonNode document) {
    if (json()) {
      out().println(document);
      return;
    }
    RunFacts run = Json.MAPPER.treeToValue(document, RunFacts.class);
    Optional<String> waits =
        run.status() == Status.READY ? run.appointment().flatMap(this::words) : Optional.empty();
    if (waits.isPresent()) {
      out().println("Run %s (%s) %s".formatted(run.id(), run.title(), waits.get()));
      return;
    }
    out()
        .println(
            "Run %s (%s) is %s%s"
                .formatted(
                    run.id(),
                    run.title(),
                    run.words(),
                    run.reason().isEmpty() ? "." : ": " + run.reason()));
  }

  /** What a run waits for that was not started; empty when it waits for a person. */
  Optional<String> words(Appointment appointment) {
    ZoneId zone = caller().clock().getZone();
    String why =
        appointment.reasons().isEmpty() ? "" : " " + String.join(" ", appointment.reasons());
    return switch (appointment.state()) {
      case WAITING ->
          Optional.of(
              "starts by itself at %s, as %s scheduled.%s"
                  .formatted(
                      LocalTime.shown(appointment.startAt(), zone), appointment.madeBy(), why));
      case MISSED ->
          Optional.of(
              "did not start by itself until %s.%s"
                  .formatted(LocalTime.shown(appointment.latestStart(), zone), why));
      case OVER -> Optional.empty();
    };
  }
}
