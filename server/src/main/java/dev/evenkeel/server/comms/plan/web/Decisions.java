package dev.evenkeel.server.comms.plan.web;

import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Typed;
import java.util.Optional;
import java.util.function.Function;

/** What may be decided about a message of a plan, as people and programs say it. */
final class Decisions {
  private static final int REASON = 1_000;

  private Decisions() {}

  /** What to do once nothing is wrong. */
  static Runnable of(
      Typed typed,
      String decision,
      MessageDesk desk,
      UpgradeId id,
      int number,
      long seen,
      Function<UpgradeId, Optional<RunReport>> run,
      Actor actor) {
    return switch (decision) {
      case "approve" -> () -> desk.approve(id, number, seen, actor);
      case "skip" -> {
        String why = typed.needed("reason", REASON, "Say why nobody needs to be told.");
        yield () -> desk.skip(id, number, why, seen, actor);
      }
      default -> {
        String why = typed.words("reason", REASON).orElse("");
        yield () -> desk.send(id, number, why, seen, run.apply(id), actor);
      }
    };
  }
}
