package dev.evenkeel.server.execution.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.evenkeel.server.execution.machine.Appointment;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a run starts by itself, or should have.
 *
 * @param madeBy name of the person or the token in whose name it starts
 * @param override why it starts outside of its window or inside of a freeze
 * @param reasons why it did not start when it was last tried
 * @param doubt why it waits for a person, after a jump of the clock
 * @param version to be named by whoever changes it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AppointmentView(
    Instant startAt,
    Instant latestStart,
    Instant madeAt,
    String madeBy,
    Actor.Kind madeByKind,
    Optional<String> override,
    Appointment.State state,
    List<String> reasons,
    Optional<String> doubt,
    long version) {

  static AppointmentView of(Appointment made) {
    return new AppointmentView(
        made.startsAt(),
        made.latest(),
        made.madeAt(),
        made.madeBy().name(),
        made.madeBy().kind(),
        made.override(),
        made.state(),
        made.reasons(),
        made.doubt(),
        made.version());
  }

  public boolean waiting() {
    return state == Appointment.State.WAITING;
  }

  public boolean missed() {
    return state == Appointment.State.MISSED;
  }

  /** Key of the word for a run that is ready to start; empty when its status says enough. */
  Optional<String> word() {
    return switch (state) {
      case WAITING -> Optional.of("SCHEDULED");
      case MISSED -> Optional.of("MISSED");
      case KEPT, CANCELLED, OVERTAKEN -> Optional.empty();
    };
  }
}
