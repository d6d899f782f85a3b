package dev.evenkeel.optimiser.timetable;

import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.PlannedSystem.Dependent;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Profile;
import dev.evenkeel.optimiser.problem.Upgrade;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an upgrade costs when it starts in a certain slot. The formulas, with whole numbers and what
 * is left over dropped:
 *
 * <pre>
 * rate     = 1000 · criticality · demand + Σ of dependents: impact · criticality · demand
 * downtime = Σ of slots away: outage · rate · minutes of a slot ÷ 60,000,000
 * end      = start + length;  late = max(0, end − deadline)
 * risk     = risk of the mode + exposure · end ÷ d + penalty · late ÷ d + growth · late² ÷ d²
 * </pre>
 *
 * with {@code d} slots a day, rates in thousandths of money an hour of full outage.
 */
public final class Pricing {
  private static final long THOUSANDTHS = 1_000;
  private static final long SCALE = 60_000_000;

  private final Problem problem;
  private final Map<String, PlannedSystem> systems;
  private final Map<String, Profile> profiles;

  public Pricing(Problem problem) {
    this.problem = problem;
    this.systems = by(problem.systems(), PlannedSystem::id);
    this.profiles = by(problem.profiles(), Profile::id);
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  /** Of one upgrade, nothing deferred. */
  public Score of(Upgrade upgrade, Mode mode, int start) {
    PlannedSystem system = Objects.requireNonNull(systems.get(upgrade.system()));
    long away = 0;
    for (Mode.Down down : mode.down()) {
      int from = start + down.offset();
      for (int slot = from; slot < from + down.slots(); slot++) {
        away += down.outage() * rate(system, slot);
      }
    }
    return score(upgrade, mode, start, away);
  }

  private Score score(Upgrade upgrade, Mode mode, int start, long away) {
    long end = (long) start + mode.length();
    long late = upgrade.deadline().map(deadline -> Math.max(0, end - deadline)).orElse(0L);
    long day = problem.slotsOfADay();
    return new Score(
        away * problem.slotMinutes() / SCALE,
        mode.riskCost()
            + upgrade.exposurePerDay() * end / day
            + upgrade.latePerDay() * late / day
            + upgrade.lateGrowth() * late * late / (day * day),
        mode.cost(),
        0);
  }

  /** For many questions about upgrades of one system. */
  public Table table(String system) {
    PlannedSystem one = Objects.requireNonNull(systems.get(system));
    long[] rates = new long[problem.hour(problem.horizonSlots() - 1) + 1];
    add(rates, THOUSANDTHS, one);
    for (Dependent dependent : one.dependents()) {
      add(rates, dependent.impact(), Objects.requireNonNull(systems.get(dependent.system())));
    }
    long[] until = new long[problem.horizonSlots() + 1];
    for (int slot = 0; slot < problem.horizonSlots(); slot++) {
      until[slot + 1] = until[slot] + rates[problem.hour(slot)];
    }
    return new Table(until);
  }

  private void add(long[] rates, long impact, PlannedSystem system) {
    List<Integer> demand = Objects.requireNonNull(profiles.get(system.profile())).hourly();
    for (int hour = 0; hour < rates.length; hour++) {
      rates[hour] += impact * system.criticality() * demand.get(hour);
    }
  }

  /** The rates of a system, added up from slot to slot. */
  public final class Table {
    private final long[] until;

    private Table(long[] until) {
      this.until = until;
    }

    /** Of one upgrade of this system; says the same as {@link Pricing#of}. */
    public Score of(Upgrade upgrade, Mode mode, int start) {
      long away = 0;
      for (Mode.Down down : mode.down()) {
        int from = start + down.offset();
        away += down.outage() * (until[from + down.slots()] - until[from]);
      }
      return score(upgrade, mode, start, away);
    }
  }

  /** Thousandths of money an hour of full outage costs in a slot. */
  private long rate(PlannedSystem system, int slot) {
    int hour = problem.hour(slot);
    long rate = THOUSANDTHS * system.criticality() * demand(system, hour);
    for (Dependent dependent : system.dependents()) {
      PlannedSystem other = Objects.requireNonNull(systems.get(dependent.system()));
      rate += dependent.impact() * other.criticality() * demand(other, hour);
    }
    return rate;
  }

  private int demand(PlannedSystem system, int hour) {
    return Objects.requireNonNull(profiles.get(system.profile())).hourly().get(hour);
  }
}
