package dev.evenkeel.server.schedule.timetable.form;

import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.timetable.terms.Lengths;
import dev.evenkeel.server.schedule.timetable.terms.PlanFacts;
import dev.evenkeel.server.schedule.timetable.terms.Proposal;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Away;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Need;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is taken for each field that stays empty. Each is asked of the proposal itself, with that
 * field left out, so that what the form tells and what is planned cannot part.
 */
public final class Offers {
  private final PlanSheet sheet;
  private final PlanFacts facts;
  private final Map<String, Offer> offers = new LinkedHashMap<>();

  private Offers(PlanSheet sheet, PlanFacts facts) {
    this.sheet = sheet;
    this.facts = facts;
  }

  /** By path. */
  public static Map<String, Offer> of(PlanSheet sheet, PlanFacts facts) {
    Offers offers = new Offers(sheet, facts);
    offers.whole();
    List<UpgradePlan.Way> ways = offers.without("");
    for (int way = 0; way < ways.size() && way < sheet.rows("ways"); way++) {
      offers.way(way, ways.get(way).strategy());
    }
    return offers.offers;
  }

  private List<UpgradePlan.Way> without(String path) {
    return plan(path).ways();
  }

  private UpgradePlan plan(String path) {
    PlanSheet left = path.isEmpty() ? sheet : sheet.without(List.of(path));
    return Proposal.of(left.readable(), facts);
  }

  private void offer(String path, Function<UpgradePlan, ?> value, String why) {
    offers.put(path, new Offer(value.apply(plan(path)).toString(), why));
  }

  private void whole() {
    offer(
        "earliest",
        plan -> plan.lead().earliest(),
        "after the audit, 14 days, preparation and tests");
    UpgradePlan free = plan("deadline");
    offers.put(
        "deadline",
        new Offer(
            free.deadline().map(Object::toString).orElse(""),
            free.deadlineOf().orElse("no deadline: no end of support is known")));
    offers.put("budget", new Offer("", "no budget: nothing limits what it costs"));
    offer("auditDays", plan -> plan.lead().auditDays(), "by the rule of the audit, also the least");
    offer(
        "preparationDays", plan -> plan.lead().preparationDays(), "usual for a " + upgradeClass());
    offer("testingDays", plan -> plan.lead().testingDays(), "just enough: 30 % of all of them");
    offers.put("hostingPerDay", new Offer("", "unknown: a parallel run is not proposed"));
    offers.put("leftOut", new Offer("", "more than any place of it, so that it gets one"));
    UpgradePlan anyWay = plan("ways");
    offers.put(
        "ways",
        new Offer(
            anyWay.ways().stream().map(UpgradePlan.Way::word).collect(Collectors.joining(", ")),
            facts.decided().isPresent()
                ? "the strategy that was decided on"
                : "all that are not ruled out"));
    offer(
        "rollout",
        plan ->
            plan.rollout().stream()
                .map(wave -> "%s %d %%".formatted(wave.name(), wave.share()))
                .collect(Collectors.joining(", ")),
        "the first are those who run it");
  }

  private String upgradeClass() {
    UpgradeClass upgradeClass = facts.upgrade().terms().upgradeClass();
    return switch (upgradeClass) {
      case PATCH, MINOR, MAJOR -> upgradeClass.name().toLowerCase(Locale.ROOT) + " upgrade";
      case PLATFORM_SWAP -> "swap of the platform";
    };
  }

  private void way(int way, Strategy strategy) {
    String path = PlanSheet.row("ways", way);
    Optional<Integer> downtime = facts.upgrade().terms().downtimeMinutes();
    String outage =
        downtime.isPresent()
            ? "its systems are away"
            : "the hour that counts while nobody has said how long it is away";
    length(
        path + ".work",
        way,
        UpgradePlan.Way::work,
        strategy == Strategy.PHASED ? "half as long again as " + outage : "as long as " + outage);
    length(path + ".buffer", way, UpgradePlan.Way::buffer, "half of the work, 30 minutes or more");
    length(path + ".wayBack", way, UpgradePlan.Way::wayBack, plan("").wayBackFrom());
    of(path + ".sideBySide", way, one -> Integer.toString(one.sideBySide()), sideBySide(strategy));
    of(path + ".away", way, one -> away(one.away()), "as usual for this strategy");
    of(
        path + ".people",
        way,
        one -> one.people().stream().map(Need::says).collect(Collectors.joining(", ")),
        facts.teams().isEmpty()
            ? "nobody: no team runs its systems"
            : "one of each team that runs its systems");
    of(
        path + ".costs",
        way,
        one ->
            one.costs().stream()
                .map(cost ->
                    String.format(
                        Locale.ROOT,
                        "%,d for %s",
                        cost.amount(),
                        cost.kind().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ")),
        strategy == Strategy.PARALLEL || strategy == Strategy.HYBRID
            ? "the second set of machines, by its price for a day"
            : "nothing");
  }

  private static String sideBySide(Strategy strategy) {
    return switch (strategy) {
      case PARALLEL -> "14 where customers feel it, otherwise 7";
      case HYBRID -> "a week for the first part";
      case BIG_BANG, PHASED -> "no second set of machines";
    };
  }

  private static String away(List<Away> away) {
    return away.isEmpty()
        ? "never"
        : away.stream()
            .map(one -> "%d %% for %s".formatted(one.percent(), Lengths.of(one.lasts())))
            .collect(Collectors.joining(", "));
  }

  private void length(
      String path, int way, Function<UpgradePlan.Way, Duration> length, String why) {
    of(path, way, one -> Lengths.of(length.apply(one)), why);
  }

  private void of(String path, int way, Function<UpgradePlan.Way, String> value, String why) {
    List<UpgradePlan.Way> ways = without(path);
    if (way < ways.size()) {
      offers.put(path, new Offer(value.apply(ways.get(way)), why));
    }
  }
}
