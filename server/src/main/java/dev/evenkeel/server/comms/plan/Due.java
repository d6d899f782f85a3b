package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReport.Came;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that is to be sent now.
 *
 * @param key the same however often and by whichever server it is found
 * @param run that it waited for
 */
public record Due(Planned message, String key, Optional<RunReport> run) {
  /** What happened longer ago is no news any more; a server may have been away so long. */
  static final Duration NEWS = Duration.ofHours(6);

  private static final Duration STILL_WORTH_IT = Duration.ofDays(7);

  /**
   * What is due of a plan.
   *
   * @param runs those that carry the upgrade out
   */
  public static List<Due> of(
      MessagePlan plan, Optional<Window> window, List<RunReport> runs, Instant now) {
    List<Due> due = new ArrayList<>();
    for (Planned one : plan.messages()) {
      if (one.state() != Planned.State.APPROVED) {
        continue;
      }
      if (one.basis().isTime()) {
        one.due(window)
            .filter(at -> !now.isBefore(at) && now.isBefore(at.plus(STILL_WORTH_IT)))
            .filter(_ -> !one.isLate(window, now))
            .ifPresent(_ -> due.add(new Due(one, key(plan, one), Optional.empty())));
      } else {
        for (RunReport run : runs) {
          one.basis()
              .came(run)
              .filter(came -> isNews(one, came, now))
              .ifPresent(
                  came -> due.add(new Due(one, key(plan, one, run, came), Optional.of(run))));
        }
      }
    }
    return due;
  }

  /** Of what was approved after it happened nobody is told by itself. */
  private static boolean isNews(Planned one, Came came, Instant now) {
    return came.at().isAfter(now.minus(NEWS))
        && one.at().filter(approved -> approved.isAfter(came.at())).isEmpty();
  }

  /**
   * Something that happened and is told by itself no more, though it was approved, with the key
   * under which it would have been.
   */
  public record Passed(String key, Instant at) {}

  static Optional<Passed> passed(MessagePlan plan, Planned one, RunReport run, Instant now) {
    return one.state() != Planned.State.APPROVED || !one.basis().isRun()
        ? Optional.empty()
        : one.basis()
            .lastCame(run)
            .filter(came -> one.basis().came(run).isEmpty() || !isNews(one, came, now))
            .map(came -> new Passed(key(plan, one, run, came), came.at()));
  }

  static String key(MessagePlan plan, Planned one) {
    return "upgrade/%s/plan/%d".formatted(plan.upgrade(), one.number());
  }

  /** The same for whatever is told of once. */
  static String key(MessagePlan plan, Planned one, RunReport run) {
    return key(plan, one, run, one.basis().came(run).orElse(run.came()));
  }

  private static String key(MessagePlan plan, Planned one, RunReport run, Came came) {
    return one.basis() == Basis.RUN_STARTED
        ? "%s/%s".formatted(key(plan, one), run.id().value())
        : "%s/%s/%d".formatted(key(plan, one), run.id().value(), came.mark());
  }
}
