package dev.evenkeel.server.comms.outside;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A silence or an annotation of one run at one place.
 *
 * @param place empty when it was removed
 * @param number from 1; a run that was over and is taken back gets another
 * @param remote what the place calls it, once that is known
 * @param until when it ends there by itself
 * @param tries attempts in a row that failed, or ended without a word
 * @param says how it stands, as a sentence
 * @param laidAt when nothing more was to be done about it
 */
public record Sign(
    long id,
    Optional<Long> place,
    String placeName,
    PlaceKind kind,
    String run,
    int number,
    String runTitle,
    Set<String> systems,
    Instant began,
    State state,
    Optional<String> remote,
    Optional<Instant> until,
    int tries,
    Instant dueAt,
    String says,
    Optional<Instant> laidAt,
    long version) {

  /**
   * <pre>
   * WANTED --opened--> OPEN --the run is over and all is proven well--> CLOSED
   *   |                 | +--the run is over, nothing proves it-------> LEFT
   *   |                 +----somebody took it away there--------------> GONE
   *   +--the run is over, or it was tried in vain for too long--------> CLOSED, LEFT, FAILED
   * </pre>
   */
  public enum State {
    WANTED(""),
    OPEN("busy"),
    CLOSED("good"),
    LEFT("bad"),
    GONE(""),
    FAILED("bad");

    private final String tone;

    State(String tone) {
      this.tone = tone;
    }

    public String tone() {
      return tone;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isLaid() {
      return this != WANTED && this != OPEN;
    }
  }

  public Sign {
    systems = Set.copyOf(systems);
  }

  /** What it is found by there. */
  String mark() {
    return number == 1 ? "evenkeel-run-" + run : "evenkeel-run-%s-%d".formatted(run, number);
  }
}
