package dev.evenkeel.server.execution;

import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a run in production stands, for whoever tells people of it.
 *
 * @param status such as {@code RUNNING} or {@code ROLLING_BACK}
 * @param reason why it waits, goes back or ended; may be empty
 * @param since when it came to that status
 * @param mark differs each time it comes to a status
 * @param wave the wave under way, 0 outside waves
 * @param watched whether verdicts are given at all
 * @param verdict the last one
 * @param systems that it changes
 * @param upgrade that it was made for
 * @param passed when it came last to which status, also where it is no more
 */
public record RunReport(
    RunId id,
    String title,
    String status,
    String reason,
    Optional<Instant> began,
    Optional<Instant> ended,
    Instant since,
    long mark,
    int wave,
    int waves,
    boolean watched,
    Optional<Judged> verdict,
    Set<String> systems,
    Optional<UpgradeId> upgrade,
    Map<String, Came> passed) {

  /**
   * That it came to a status.
   *
   * @param mark differs each time
   */
  public record Came(Instant at, long mark) {}

  /** A verdict and when it was given. */
  public record Judged(String kind, String says, Instant at) {}

  public RunReport {
    systems = Set.copyOf(systems);
    passed = Map.copyOf(passed);
  }

  /** It has begun and is not over. */
  public boolean isUnderWay() {
    return switch (status) {
      case "RUNNING", "PAUSED", "HELD", "ROLLING_BACK" -> true;
      default -> false;
    };
  }

  /** It goes forward, and nothing that was measured speaks against it. */
  public boolean hasNoIssues() {
    return status.equals("RUNNING")
        && verdict.map(one -> one.kind().equals("HEALTHY")).orElse(!watched || wave == 0);
  }

  /** When it came to where it stands. */
  public Came came() {
    return new Came(since, mark);
  }

  /** When it came last to a status, if it ever did. */
  public Optional<Came> cameTo(String other) {
    return other.equals(status) ? Optional.of(came()) : Optional.ofNullable(passed.get(other));
  }

  public String path() {
    return "/runs/" + id.value();
  }
}
