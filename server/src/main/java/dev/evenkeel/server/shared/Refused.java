package dev.evenkeel.server.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is understood and turned down, in words for a person: the values, the rule and the
 * way out. A bug is an {@link IllegalStateException} instead.
 */
public final class Refused extends RuntimeException {

  /** Why something is refused, in kinds a program can act on. */
  public enum Kind {
    /** What was sent cannot be understood or breaks a rule of its own format. */
    INVALID,
    /** What was named is not there. */
    NOT_FOUND,
    /** It is there, but its state does not allow this now. */
    NOT_NOW,
    /** A window is closed or a freeze holds; {@code openNext} says when it is open next. */
    OUTSIDE_WINDOW,
    /** Somebody else changed it in between. */
    STALE,
    /** The actor has no right to it. */
    FORBIDDEN,
    /** Larger than the limit. */
    TOO_LARGE,
    /** Asked too often; {@code retryAfter} says after how many seconds it may be asked again. */
    TOO_MANY,
    /** A system that is needed does not answer. */
    UNREACHABLE
  }

  /** The fact with the seconds after which one may ask again. */
  public static final String RETRY_AFTER = "retryAfter";

  private final Kind kind;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<Obstacle> obstacles = new ArrayList<>();

  public Refused(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** The refusal a failure is, or was caused by. */
  public static Optional<Refused> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  /** Adds a fact a program can read; it becomes a member of the problem document (RFC 9457). */
  public Refused with(String name, Object value) {
    facts.put(name, value);
    return this;
  }

  /** Says each reason there is, for people by what clears it, for programs as {@code reasons}. */
  public Refused against(List<Obstacle> all) {
    obstacles.addAll(all);
    return with("reasons", Obstacle.sentences(all));
  }

  /** The reasons one by one; empty when there is only the sentence. */
  public List<Obstacle> obstacles() {
    return List.copyOf(obstacles);
  }

  public Kind kind() {
    return kind;
  }

  public Map<String, Object> facts() {
    return Map.copyOf(facts);
  }
}
