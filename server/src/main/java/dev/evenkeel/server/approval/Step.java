package dev.evenkeel.server.approval;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.Owner;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody did with a request.
 *
 * @param number counts those of a request, from 1
 * @param person sign-in name of who did it
 * @param insteadOf whose delegate they were then
 * @param hats the names, teams and roles they did it as
 * @param digest of what they looked at
 */
public record Step(
    long request,
    int number,
    Verdict verdict,
    Actor by,
    String person,
    Optional<String> insteadOf,
    Set<Owner> hats,
    String digest,
    Optional<String> comment,
    Instant at) {

  /** What can be done. */
  public enum Verdict {
    APPROVED("approved"),
    REJECTED("rejected"),
    /** By who asked, or by who agreed: not any more. */
    WITHDRAWN("withdrew"),
    COMMENTED("said");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
