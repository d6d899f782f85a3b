package dev.evenkeel.server.inventory.callers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody calls a red system, and no dependency explains it.
 *
 * @param digest of caller and callee: the same for the same two
 * @param caller the system, when it is known
 * @param who the caller in words, known or not
 * @param says what was found, a sentence
 */
public record CallerFinding(
    @JsonIgnore String digest,
    String callee,
    Optional<String> caller,
    String who,
    String says,
    long count,
    Instant first,
    Instant last,
    String example) {

  @JsonProperty
  public String id() {
    return "caller-" + digest;
  }
}
