package dev.evenkeel.server.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meeting of the board.
 *
 * <pre>
 * SET --opened: the agenda is written down--> OPEN --closed: what became of each is, too--> CLOSED
 *  +--called off--> OFF
 * </pre>
 *
 * @param present who was there
 * @param version counts its changes
 */
public record Meeting(
    long id,
    MeetingTerms terms,
    State state,
    Optional<Instant> opened,
    Optional<Instant> closed,
    List<String> present,
    String notes,
    long version) {
  public Meeting {
    present = List.copyOf(present);
  }

  /** What can be said of it. */
  public enum State {
    SET("set", ""),
    OPEN("under way", "warn"),
    CLOSED("closed", "good"),
    OFF("called off", "");

    private final String words;
    private final String tone;

    State(String words, String tone) {
      this.words = words;
      this.tone = tone;
    }

    public String words() {
      return words;
    }

    public String tone() {
      return tone;
    }
  }

  public String path() {
    return "/approvals/meetings/" + id;
  }
}
