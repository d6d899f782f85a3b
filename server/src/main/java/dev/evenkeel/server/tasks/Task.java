package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.deadline.Offset;
import dev.evenkeel.server.tasks.deadline.Timed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One duty of an upgrade.
 *
 * @param key within its launch
 * @param module the group it stands in; may be empty
 * @param due computed from its timing and everything it counts from
 */
public record Task(
    long id,
    long launch,
    long upgrade,
    int position,
    String key,
    String module,
    Duty duty,
    Timing timing,
    Optional<Instant> due,
    ProofKind proof,
    List<String> capabilities,
    Work work,
    Optional<String> evidence,
    TaskState state,
    Optional<End> end,
    long version) {
  public Task {
    capabilities = List.copyOf(capabilities);
  }

  /** What is to be done, and whose duty it is. */
  public record Duty(String title, String detail, Owner owner) {}

  /** What its deadline counts from. */
  public record Timing(Basis basis, Offset offset, List<String> after, Optional<Instant> movedTo) {
    public Timing {
      after = List.copyOf(after);
    }
  }

  /**
   * How it ended.
   *
   * @param says the fact that shows it, or why it was skipped
   */
  public record End(Actor by, Instant at, Optional<String> says) {}

  public boolean isOpen() {
    return state == TaskState.OPEN;
  }

  public boolean overdue(Instant now) {
    return isOpen() && due.filter(at -> at.isBefore(now)).isPresent();
  }

  /** What decides its deadline. A skipped task moves nothing. */
  public Timed timed() {
    return new Timed(
        key,
        timing.basis(),
        timing.offset(),
        timing.after(),
        timing.movedTo(),
        state == TaskState.DONE ? end.map(End::at) : Optional.empty());
  }
}
