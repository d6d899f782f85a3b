package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.problem.PlanningFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be known of a timetable, once for all upgrades it is true of.
 *
 * @param isLeftOut whether these upgrades are not in the timetable for that
 */
record HintView(String says, boolean isLeftOut, List<Of> upgrades) {

  /** An upgrade it is true of. */
  record Of(long id, String title) {}

  /** Those first that leave upgrades out, then those that most upgrades share. */
  static List<HintView> of(List<PlanningFinding> findings, Map<UpgradeId, String> titles) {
    Map<String, HintView> bySaying = new LinkedHashMap<>();
    for (PlanningFinding one : findings) {
      HintView hint =
          bySaying.computeIfAbsent(
              one.isLeftOut() + one.says(),
              same -> new HintView(one.says(), one.isLeftOut(), new ArrayList<>()));
      one.upgrade()
          .ifPresent(id ->
              hint.upgrades.add(
                  new Of(id, titles.getOrDefault(new UpgradeId(id), "upgrade " + id))));
    }
    return bySaying.values().stream()
        .sorted(
            Comparator.comparing((HintView hint) -> !hint.isLeftOut)
                .thenComparing(hint -> -hint.upgrades.size()))
        .toList();
  }
}
