package dev.evenkeel.server.retention.web;

import dev.evenkeel.estate.Sensitivity;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.retention.ResidencyDesk;
import dev.evenkeel.server.retention.RetentionDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what is said of keeping things. */
final class RetentionForm {
  private static final int LINE = 500;
  private static final int TEXT = 10_000;
  private static final int A_CENTURY = 36_500;

  private RetentionForm() {}

  static Runnable policy(Typed typed, RetentionDesk desk, String kind, long seen, Actor actor) {
    Optional<Integer> days = typed.whole("days", 1, A_CENTURY);
    return () -> desk.keep(kind, days, seen, actor);
  }

  static Runnable hold(Typed typed, RetentionDesk desk, boolean held, Actor actor) {
    String upgrade =
        typed.needed("upgrade", LINE, "Choose the upgrade, by its name or its number.");
    Optional<UpgradeId> id = upgrade.isEmpty() ? Optional.empty() : desk.named(upgrade);
    if (!upgrade.isEmpty() && id.isEmpty()) {
      typed.wrong(
          "upgrade",
          "There is no upgrade '%s', or several have that name. Choose one of the list, or write its number."
              .formatted(upgrade));
    }
    String why = typed.needed("why", LINE, "Say why, and for whom.");
    return () -> desk.hold(id.orElseThrow(), held, why, actor);
  }

  static Runnable residency(
      Typed typed, ResidencyDesk desk, Sensitivity data, long seen, Actor actor) {
    List<String> regions = regions(typed);
    List<String> unknown = desk.unknown(regions);
    if (!unknown.isEmpty()) {
      typed.wrong(
          "regions",
          "No system of the estate is in %s. Known are: %s. Write one a line and mind the spelling, or give a system that is there the label 'region' first."
              .formatted(
                  named(unknown), desk.regions().isEmpty() ? "none yet" : named(desk.regions())));
    }
    return () -> desk.keep(data, regions, seen, actor);
  }

  /** One a line, or a list of a program; there may be commas in the name of a place. */
  private static List<String> regions(Typed typed) {
    List<String> lines = new ArrayList<>();
    typed.words("regions", TEXT).ifPresent(text -> lines.addAll(text.lines().toList()));
    for (int row = 0; row < typed.rows("regions"); row++) {
      typed.words("regions[%d]".formatted(row), LINE).ifPresent(lines::add);
    }
    return lines.stream().map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
  }

  private static String named(List<String> regions) {
    return regions.stream().map("'%s'"::formatted).collect(Collectors.joining("; "));
  }
}
