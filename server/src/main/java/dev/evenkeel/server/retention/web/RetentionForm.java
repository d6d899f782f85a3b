package dev.evenkeel.server.retention.web;

import dev.evenkeel.estate.Sensitivity;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.retention.ResidencyDesk;
import dev.evenkeel.server.retention.RetentionDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what is said of keeping things. */
final class RetentionForm {
  private static final int LINE = 500;
  private static final int A_CENTURY = 36_500;

  private RetentionForm() {}

  static Runnable policy(Typed typed, RetentionDesk desk, String kind, long seen, Actor actor) {
    Optional<Integer> days = typed.whole("days", 1, A_CENTURY);
    return () -> desk.keep(kind, days, seen, actor);
  }

  static Runnable hold(Typed typed, RetentionDesk desk, boolean held, Actor actor) {
    String upgrade = typed.needed("upgrade", 20, "Write the number of the upgrade.");
    if (!upgrade.isEmpty() && !upgrade.matches("\\d{1,18}")) {
      typed.wrong("upgrade", "'%s' is no number of an upgrade.".formatted(upgrade));
    }
    String why = typed.needed("why", LINE, "Say why, and for whom.");
    return () -> desk.hold(UpgradeId.of(upgrade), held, why, actor);
  }

  static Runnable residency(
      Typed typed, ResidencyDesk desk, Sensitivity data, long seen, Actor actor) {
    List<String> regions =
        typed
            .words("regions", LINE)
            .map(
                text -> Arrays.stream(text.split("[,\\s]+")).filter(one -> !one.isBlank()).toList())
            .orElse(List.of());
    return () -> desk.keep(data, regions, seen, actor);
  }
}
