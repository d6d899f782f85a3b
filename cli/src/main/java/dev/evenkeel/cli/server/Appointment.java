package dev.evenkeel.cli.server;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;

/**
 * When a run starts by itself, or should have.
 *
 * @param reasons why it did not when it was last tried
 */
public record Appointment(
    Instant startAt, Instant latestStart, String madeBy, State state, List<String> reasons) {

  /** What became of it. */
  public enum State {
    WAITING,
    MISSED,
    /** It is over, or a word of a newer server. */
    @JsonEnumDefaultValue
    OVER
  }
}
