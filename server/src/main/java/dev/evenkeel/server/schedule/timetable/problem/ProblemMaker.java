package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Group;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Profile;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.problem.Weights;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Away;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Need;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes a problem for the optimiser.
 *
 * <ol>
 *   <li>Each upgrade becomes one system of the problem, whatever number of systems of the estate it
 *       has: open when all of them are, frozen when one of them is.
 *   <li>Upgrades of the same system, and of peers, are kept apart by groups; so are those that
 *       block the same core workflow.
 *   <li>An hour of downtime costs what the risk's reckoning says, by the hour of the day.
 *   <li>Slots are as short as is bearable for the search: 15 minutes when windows are few.
 *   <li>What cannot be planned is left out, and named with the reason. What comes after something
 *       left out is left out as well.
 * </ol>
 */
public final class ProblemMaker {
  private static final int[] SLOT_MINUTES = {15, 30, 60, 120};
  private static final long MOST_PLACES = 3_000_000;
  private static final String NO_BUDGET = "no budget";
  private static final long PLENTY = 1_000_000_000_000L;
  private static final long MANY = 1_000_000;
  private static final double RISK_OF_A_POINT = 0.02;
  private static final double MINUTES_OF_AN_HOUR = 60;
  private static final int HOURS_OF_A_DAY = 24;

  private final SlotGrid grid;
  private final List<Candidate> candidates;
  private final Surroundings around;
  private final List<PlanningFinding> findings = new ArrayList<>();
  private final Map<String, Opening> openings = new LinkedHashMap<>();

  /**
   * What came of it.
   *
   * @param findings in the order of the upgrades
   */
  public record Made(Problem problem, List<PlanningFinding> findings) {
    public Made {
      findings = List.copyOf(findings);
    }
  }

  private ProblemMaker(SlotGrid grid, List<Candidate> candidates, Surroundings around) {
    this.grid = grid;
    this.candidates = candidates;
    this.around = around;
  }

  /**
   * @param start on a full hour
   * @param days how far is planned
   */
  public static Made make(
      String name, Instant start, int days, List<Candidate> candidates, Surroundings around) {
    ProblemMaker maker = null;
    for (int minutes : SLOT_MINUTES) {
      SlotGrid grid = new SlotGrid(start, minutes, days * HOURS_OF_A_DAY * 60 / minutes);
      maker = new ProblemMaker(grid, candidates, around);
      maker.open();
      if (maker.places() <= MOST_PLACES) {
        break;
      }
    }
    return Objects.requireNonNull(maker).made(name);
  }

  private void open() {
    for (Candidate one : candidates) {
      openings.put(one.key(), Opening.of(one.systems(), around.open(), grid));
    }
  }

  private Opening opening(Candidate one) {
    return Objects.requireNonNull(openings.get(one.key()));
  }

  private long places() {
    return candidates.stream()
        .mapToLong(one -> opening(one).size() * Math.max(1, one.plan().ways().size()))
        .sum();
  }

  private Made made(String name) {
    List<Candidate> planned = new ArrayList<>(candidates);
    planned.removeIf(one -> !canBePlanned(one));
    Order order = Order.of(planned, candidates, around.begun().keySet());
    order.leftOut().forEach(one -> leftOut(one.candidate(), "%s", one.says()));
    order.leftOut().forEach(one -> planned.remove(one.candidate()));
    Map<HourlyCost, String> profiles = new LinkedHashMap<>();
    Map<List<Interval>, String> calendars = new LinkedHashMap<>();
    List<PlannedSystem> systems = new ArrayList<>();
    List<Upgrade> upgrades = new ArrayList<>();
    for (Candidate one : planned) {
      String profile = profiles.computeIfAbsent(one.cost(), c -> "cost " + profiles.size());
      String calendar =
          calendars.computeIfAbsent(opening(one).windows(), w -> calendarName(one, calendars));
      systems.add(new PlannedSystem(one.key(), one.title(), calendar, profile, 1, List.of()));
      upgrades.add(upgrade(one));
    }
    Problem problem =
        new Problem(
            Problem.FORMAT,
            name,
            grid.start(),
            grid.minutes(),
            grid.slots(),
            new Weights(1, 1, 1),
            calendars.entrySet().stream()
                .map(one -> new Calendar(one.getValue(), one.getKey()))
                .toList(),
            freezes(planned),
            profiles.entrySet().stream().map(one -> profile(one.getValue(), one.getKey())).toList(),
            systems,
            resources(planned),
            budgets(planned),
            groups(planned),
            upgrades,
            precedences(planned));
    return new Made(problem, findings);
  }

  private static String calendarName(Candidate one, Map<List<Interval>, String> taken) {
    String systems = one.systems().stream().limit(3).collect(Collectors.joining(", "));
    String name = "windows of " + systems;
    return taken.containsValue(name) ? "%s (%s)".formatted(name, one.key()) : name;
  }

  private void leftOut(Candidate one, String says, Object... values) {
    findings.add(new PlanningFinding(Optional.of(one.id().value()), true, says.formatted(values)));
  }

  private void warned(Candidate one, String says, Object... values) {
    findings.add(new PlanningFinding(Optional.of(one.id().value()), false, says.formatted(values)));
  }

  private boolean canBePlanned(Candidate one) {
    one.plan().hints().forEach(hint -> warned(one, "%s", hint));
    if (one.plan().ways().isEmpty()) {
      leftOut(
          one,
          "There is no way left to do %s. Say a way on its tab Schedule, or what keeps it from each.",
          one.title());
      return false;
    }
    int release = release(one);
    if (release >= grid.slots()) {
      leftOut(
          one,
          "%s can happen on %s at the earliest, after its audit and its tests; the timetable ends before. Plan further ahead, or take less time for them.",
          one.title(),
          one.plan().lead().earliest());
      return false;
    }
    int longest = opening(one).longest(release);
    int shortest = one.plan().ways().stream().mapToInt(way -> length(way)).min().orElseThrow();
    if (longest < shortest) {
      leftOut(
          one,
          "No window is long enough for %s: it takes %s with its buffer and its way back, the longest opening from %s on is %s. Open a longer window, move a freeze, or make it shorter.",
          one.title(),
          words(shortest),
          one.plan().lead().earliest(),
          words(longest));
      return false;
    }
    for (String budget : one.plan().budget().stream().toList()) {
      if (!around.budgets().containsKey(budget)) {
        leftOut(
            one,
            "%s is paid from '%s', and there is no such budget. Add it to the estate, or mend its name.",
            one.title(),
            budget);
        return false;
      }
    }
    return true;
  }

  private String words(int slots) {
    long minutes = (long) slots * grid.minutes();
    return minutes % 60 == 0
        ? "%d h".formatted(minutes / 60)
        : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }

  private int release(Candidate one) {
    int earliest = grid.from(one.plan().lead().earliest().atStartOfDay(one.zone()).toInstant());
    return one.plan().after().stream()
        .flatMap(after ->
            Optional.ofNullable(around.begun().get(after.upgrade())).stream()
                .map(begun -> begun.to().plus(after.lag())))
        .mapToInt(grid::from)
        .reduce(Math.max(0, earliest), Math::max);
  }

  private int length(UpgradePlan.Way way) {
    return grid.length(way.work()) + grid.length(way.buffer()) + grid.length(way.wayBack());
  }

  private Upgrade upgrade(Candidate one) {
    int release = release(one);
    Optional<Integer> deadline = one.plan().deadline().map(day -> endOf(day, one));
    List<Mode> modes = one.plan().ways().stream().map(way -> mode(one, way, release)).toList();
    long dearest =
        modes.stream().mapToLong(mode -> mode.cost() + mode.riskCost()).max().orElseThrow();
    long days = (long) grid.slots() * grid.minutes() / (60 * HOURS_OF_A_DAY);
    long late =
        deadline
            .map(slot -> {
              long over = Math.max(0, grid.slots() - slot) * grid.minutes() / 1440L;
              return one.exposure().latePerDay() * over + one.exposure().lateGrowth() * over * over;
            })
            .orElse(0L);
    long outage =
        one.plan().ways().stream()
            .mapToLong(way -> way.outage().toMinutes() * dearestHour(one) / 60)
            .max()
            .orElse(0);
    return new Upgrade(
        one.key(),
        one.key(),
        Optional.of(one.from()),
        Optional.of(one.to()),
        release,
        deadline,
        one.exposure().perDay(),
        one.exposure().latePerDay(),
        one.exposure().lateGrowth(),
        one.plan()
            .leftOut()
            .orElse(2 * (dearest + one.exposure().perDay() * days + late + outage) + 1_000),
        one.plan().budget().orElse(NO_BUDGET),
        modes);
  }

  private static long dearestHour(Candidate one) {
    return Math.max(
        one.cost().weekdays().stream().mapToLong(Long::longValue).max().orElse(0),
        one.cost().saturday().stream().mapToLong(Long::longValue).max().orElse(0));
  }

  private int endOf(LocalDate day, Candidate one) {
    return Math.max(0, grid.holding(day.plusDays(1).atStartOfDay(one.zone()).toInstant()));
  }

  private Mode mode(Candidate one, UpgradePlan.Way way, int release) {
    long perHour =
        Math.round(one.cost().weekdays().stream().mapToLong(Long::longValue).average().orElse(0));
    double hours = (way.wayBack().toMinutes() + way.outage().toMinutes()) / MINUTES_OF_AN_HOUR;
    List<Mode.Need> needs =
        way.people().stream().map(need -> new Mode.Need(need.team(), need.people())).toList();
    return new Mode(
        way.word(),
        release + grid.length(Duration.ofDays(way.sideBySide())),
        grid.length(way.work()),
        grid.length(way.buffer()),
        grid.length(way.wayBack()),
        way.away().stream().map(away -> down(away, length(way))).toList(),
        way.cost(),
        Math.round(perHour * hours * RISK_OF_A_POINT * way.risk()),
        needs,
        Optional.empty());
  }

  /** Rounded to slots, and as much of an outage as before. */
  private Mode.Down down(Away away, int length) {
    int offset = Math.min(length - 1, (int) (away.after().toMinutes() / grid.minutes()));
    int slots = Math.max(1, Math.min(length - offset, grid.length(away.lasts())));
    double minutes = away.lasts().toSeconds() / MINUTES_OF_AN_HOUR;
    return new Mode.Down(
        offset,
        slots,
        Math.round(away.percent() * 10 * minutes / ((double) slots * grid.minutes())));
  }

  private Profile profile(String id, HourlyCost cost) {
    int hours = (grid.slots() - 1) * grid.minutes() / 60 + 1;
    List<Integer> hourly = new ArrayList<>(hours);
    for (int hour = 0; hour < hours; hour++) {
      hourly.add(
          Math.clamp(cost.at(grid.start().plus(Duration.ofHours(hour))), 0, Integer.MAX_VALUE));
    }
    return new Profile(id, hourly);
  }

  private List<Freeze> freezes(List<Candidate> planned) {
    record Key(String id, String says, Interval when) {}
    Map<Key, Set<String>> all = new LinkedHashMap<>();
    for (Candidate one : planned) {
      for (Opening.Frozen frozen : opening(one).frozen()) {
        all.computeIfAbsent(
                new Key(frozen.id(), frozen.says(), frozen.when()), k -> new LinkedHashSet<>())
            .add(one.key());
      }
    }
    List<Freeze> freezes = new ArrayList<>();
    all.forEach((key, systems) ->
        freezes.add(
            new Freeze(
                "%s %d".formatted(key.id(), freezes.size()),
                Optional.of(key.says()),
                key.when().from(),
                key.when().to(),
                Optional.of(List.copyOf(systems)),
                Optional.empty())));
    return freezes;
  }

  private List<Resource> resources(List<Candidate> planned) {
    Map<String, Resource> resources = new TreeMap<>();
    for (Candidate one : planned) {
      for (UpgradePlan.Way way : one.plan().ways()) {
        for (Need need : way.people()) {
          Resource resource =
              resources.computeIfAbsent(
                  need.team(), team -> new Resource(team, capacity(one, team)));
          long most = resource.capacity().stream().mapToLong(Amount::amount).max().orElse(0);
          if (need.people() > most) {
            warned(
                one,
                "%s needs %d of %s the way %s; there are never more than %d. Add people to its roster, or plan with fewer.",
                one.title(),
                need.people(),
                need.team(),
                way.word(),
                most);
          }
        }
      }
    }
    return List.copyOf(resources.values());
  }

  private List<Amount> capacity(Candidate one, String team) {
    List<Surroundings.People> known = around.teams().get(team);
    if (known == null) {
      warned(
          one,
          "Nobody knows how many people %s has, so it is taken as enough. Write its roster, or name its people.",
          team);
      return List.of(new Amount(0, grid.slots(), MANY));
    }
    List<Amount> capacity = new ArrayList<>();
    for (Surroundings.People people : known) {
      grid.inside(people.when())
          .filter(slots -> people.people() > 0)
          .ifPresent(slots -> capacity.add(new Amount(slots.from(), slots.to(), people.people())));
    }
    return capacity;
  }

  private List<Budget> budgets(List<Candidate> planned) {
    Map<String, Budget> budgets = new TreeMap<>();
    for (Candidate one : planned) {
      String name = one.plan().budget().orElse(NO_BUDGET);
      budgets.computeIfAbsent(name, this::budget);
    }
    return List.copyOf(budgets.values());
  }

  private Budget budget(String name) {
    List<Amount> periods = new ArrayList<>();
    if (name.equals(NO_BUDGET)) {
      periods.add(new Amount(0, grid.slots(), PLENTY));
    } else {
      for (Surroundings.Money money : Objects.requireNonNull(around.budgets().get(name))) {
        grid.inside(money.when())
            .ifPresent(slots -> periods.add(new Amount(slots.from(), slots.to(), money.amount())));
      }
    }
    return new Budget(name, periods);
  }

  private List<Group> groups(List<Candidate> planned) {
    List<Group> groups = new ArrayList<>();
    by(planned, Candidate::systems)
        .forEach((system, keys) ->
            groups.add(new Group("system " + system, "the same system", keys, 1, 0)));
    around
        .peers()
        .forEach((name, members) -> {
          List<String> keys =
              planned.stream()
                  .filter(one -> one.systems().stream().anyMatch(members::contains))
                  .map(Candidate::key)
                  .toList();
          planned.stream()
              .filter(one -> members.size() > 1 && one.systems().containsAll(members))
              .forEach(one ->
                  warned(
                      one,
                      "%s takes all of the group %s away at once, so nothing stands in. Make an upgrade of each.",
                      one.title(),
                      name));
          if (keys.size() > 1) {
            groups.add(new Group("peers " + name, "redundant peers", keys, 1, 0));
          }
        });
    by(planned, Candidate::workflows)
        .forEach((workflow, keys) -> {
          if (keys.size() > around.mostOfAWorkflow()) {
            groups.add(
                new Group(
                    "workflow " + workflow, "blast radius", keys, around.mostOfAWorkflow(), 0));
          }
        });
    return groups;
  }

  /** Upgrades that share something, where there are several. */
  private static Map<String, List<String>> by(
      List<Candidate> planned, java.util.function.Function<Candidate, List<String>> names) {
    Map<String, List<String>> by = new TreeMap<>();
    planned.forEach(one ->
        names.apply(one).stream()
            .distinct()
            .forEach(name -> by.computeIfAbsent(name, n -> new ArrayList<>()).add(one.key())));
    by.values().removeIf(keys -> keys.size() < 2);
    return by;
  }

  private List<Precedence> precedences(List<Candidate> planned) {
    List<Precedence> precedences = new ArrayList<>();
    for (Candidate one : planned) {
      for (After after : one.plan().after()) {
        if (around.begun().containsKey(after.upgrade())) {
          continue; // it waits by its release
        }
        precedences.add(
            new Precedence(
                Candidate.key(new UpgradeId(after.upgrade())),
                one.key(),
                grid.length(after.lag()),
                after.why().orElse("order")));
      }
    }
    return precedences;
  }
}
