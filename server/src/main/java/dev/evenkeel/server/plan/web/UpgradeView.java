package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.plan.UpgradeState;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.List;

/** An upgrade as programs read it. */
record UpgradeView(
    long id,
    Terms terms,
    UpgradeState state,
    Actor madeBy,
    Instant madeAt,
    Actor changedBy,
    Instant changedAt,
    long version) {

  static UpgradeView of(Upgrade upgrade) {
    return new UpgradeView(
        upgrade.id().value(),
        upgrade.terms(),
        upgrade.state(),
        upgrade.madeBy(),
        upgrade.madeAt(),
        upgrade.changedBy(),
        upgrade.changedAt(),
        upgrade.version());
  }

  /** The same with what is known of it. */
  record Whole(
      UpgradeView upgrade,
      List<UpgradeAspect.Answer> answers,
      List<UpgradeAspect.Blocker> blockers) {}
}
