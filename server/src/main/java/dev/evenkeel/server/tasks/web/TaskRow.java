package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskState;
import java.time.Duration;
import java.time.Instant;

/**
 * A task as lists show it.
 *
 * @param upgradeTitle empty on the page of its upgrade
 * @param byFact whether a fact closes it
 */
public record TaskRow(Task task, String upgradeTitle, boolean byFact, Instant now) {

  public boolean late() {
    return task.overdue(now);
  }

  /** Such as {@code in 3 days}, {@code 2 days late}. */
  public String when() {
    if (!task.isOpen() || task.due().isEmpty()) {
      return "";
    }
    Duration left = Duration.between(now, task.due().get());
    Duration size = left.abs();
    String amount =
        size.toDays() > 0
            ? counted(size.toDays(), "day")
            : counted(Math.max(1, size.toHours()), "hour");
    return left.isNegative() ? amount + " late" : "in " + amount;
  }

  private static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  /** The class of its look. */
  public String tone() {
    if (task.state() == TaskState.DONE) {
      return "good";
    }
    return task.state() == TaskState.SKIPPED ? "warn" : late() ? "bad" : "";
  }

  public String state() {
    return late() ? "overdue" : task.state().name().toLowerCase(java.util.Locale.ROOT);
  }

  public String checklist() {
    int all = task.work().checklist().size();
    return all == 0 ? "" : task.work().ticks() + " of " + all;
  }
}
