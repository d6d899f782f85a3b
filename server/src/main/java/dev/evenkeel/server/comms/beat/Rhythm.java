package dev.evenkeel.server.comms.beat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides when a word is due while a run is under way. It knows no clock: after a restart, and on
 * any server, the same beats and the same time give the same answer, under the same key.
 */
public final class Rhythm {
  /** Past this silence is an alarm. */
  public static final Duration ALARM = Duration.ofMinutes(60);

  private Rhythm() {}

  /** What is to be done now. */
  public sealed interface Due {
    /** Names it, however often it is found. */
    String key();

    /** A machine says how it stands, as no person did since. */
    record Machine(String key, Instant slot, Instant last) implements Due {}

    /** Nothing was said since. */
    record Alarm(String key, Instant last) implements Due {}
  }

  /** When people heard last; when the run began, before anything was said. */
  public static Instant last(Instant began, List<Beat> beats) {
    return beats.stream()
        .filter(Beat::isHeard)
        .map(Beat::at)
        .max(Comparator.naturalOrder())
        .filter(at -> at.isAfter(began))
        .orElse(began);
  }

  /**
   * @param beats all of the run
   * @param every how often a word is promised
   */
  public static List<Due> due(
      String run, Instant began, List<Beat> beats, Duration every, Instant now) {
    Instant last = last(began, beats);
    List<Due> due = new ArrayList<>();
    if (now.isAfter(last.plus(ALARM))) {
      due.add(new Due.Alarm("run/%s/silence/%s".formatted(run, last), last));
    }
    Instant slot = last.plus(every);
    if (!now.isBefore(slot)) {
      due.add(new Due.Machine("run/%s/beat/%s".formatted(run, slot), slot, last));
    }
    return due;
  }
}
