package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.LocalTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evenkeel run schedule}. */
@Command(
    name = "schedule",
    mixinStandardHelpOptions = true,
    description =
        "Says when a run that was taken in starts by itself, moves that, or takes it back.")
final class ScheduleCommand implements Runnable {
  @Mixin private final RunDesk desk;
  @Mixin private final RunArgument run = new RunArgument();

  @ArgGroup(multiplicity = "1")
  private When when = new When();

  @Option(
      names = "--latest",
      paramLabel = "TIME",
      description = "until when it is tried when something is in its way; an hour after --at")
  private String latest = "";

  ScheduleCommand(Caller caller) {
    this.desk = new RunDesk(caller);
  }

  /** Then, or not at all. */
  private static final class When {
    @Option(
        names = "--at",
        paramLabel = "TIME",
        description = "when, such as 2026-11-28T22:00 by the clock here")
    private String at = "";

    @Option(names = "--cancel", description = "it does not start by itself any more")
    private boolean cancel;
  }

  @Override
  public void run() {
    if (when.cancel) {
      desk.answer(desk.runs().cancelAppointment(run.id()));
      return;
    }
    ZoneId zone = desk.caller().clock().getZone();
    Optional<Instant> last =
        latest.isEmpty() ? Optional.empty() : Optional.of(LocalTime.of(latest, zone));
    desk.answer(desk.runs().appoint(run.id(), LocalTime.of(when.at, zone), last));
  }
}
