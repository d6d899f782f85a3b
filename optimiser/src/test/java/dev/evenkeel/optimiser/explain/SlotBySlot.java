package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Explanation.Hindered;
import dev.evenkeel.optimiser.explain.Obstacle.Awaits;
import dev.evenkeel.optimiser.explain.Obstacle.Closed;
import dev.evenkeel.optimiser.explain.Obstacle.Crowded;
import dev.evenkeel.optimiser.explain.Obstacle.Frozen;
import dev.evenkeel.optimiser.explain.Obstacle.Kind;
import dev.evenkeel.optimiser.explain.Obstacle.NotReady;
import dev.evenkeel.optimiser.explain.Obstacle.Precedes;
import dev.evenkeel.optimiser.explain.Obstacle.Short;
import dev.evenkeel.optimiser.explain.Obstacle.Unpaid;
import dev.evenkeel.optimiser.explain.Obstacle.Unpaid.Period;
import dev.evenkeel.optimiser.explain.Others.Placed;
import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Group;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Names;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Pricing;
import dev.evenkeel.optimiser.timetable.Score;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Explains as a person with much time would: each rule in each slot of each mode by itself. */
final class SlotBySlot {
  private static final Comparator<Stop> CHEAPEST =
      Comparator.comparingLong((Stop one) -> one.place.total())
          .thenComparingInt(one -> one.place.start());
  private static final Comparator<Stop> EASIEST =
      Comparator.comparingLong((Stop one) -> one.minutes).thenComparing(CHEAPEST);

  /** A place with all that stands in its way. */
  private record Stop(Mode mode, Place place, List<Obstacle> obstacles, long minutes) {
    int size() {
      return obstacles.size();
    }

    Set<String> rules() {
      return obstacles.stream().map(one -> one.kind() + one.name()).collect(Collectors.toSet());
    }
  }

  private final Problem problem;
  private final Names names;
  private final Upgrade upgrade;
  private final List<Placed> others = new ArrayList<>();
  private List<Obstacle> met = List.of();
  private long minutes;

  private SlotBySlot(Problem problem, Timetable timetable, String id) {
    this.problem = problem;
    names = new Names(problem);
    upgrade = names.upgrade(id).orElseThrow();
    for (Assignment one : timetable.assignments()) {
      Upgrade other = names.upgrade(one.upgrade()).orElseThrow();
      if (!other.id().equals(id)) {
        others.add(new Placed(other, other.mode(one.mode()).orElseThrow(), one.start()));
      }
    }
  }

  static Explanation explain(Problem problem, Timetable timetable, String id) {
    return new SlotBySlot(problem, timetable, id).explanation(timetable);
  }

  private Explanation explanation(Timetable timetable) {
    Optional<Place> here =
        timetable.assignments().stream()
            .filter(one -> one.upgrade().equals(upgrade.id()))
            .findFirst()
            .map(one -> place(upgrade.mode(one.mode()).orElseThrow(), one.start()));
    long total = here.map(Place::total).orElse(upgrade.deferPenalty());
    List<Stop> stops = new ArrayList<>();
    List<Place> free = new ArrayList<>();
    for (Mode mode : upgrade.modes()) {
      boolean isOpen = false;
      for (int start = 0; start + mode.length() <= problem.horizonSlots(); start++) {
        Stop stop = stop(mode, start);
        if (stop.size() > 0) {
          stops.add(stop);
        } else if (!isOpen) {
          free.add(stop.place);
        } else if (stop.place.total() < free.getLast().total()) {
          free.set(free.size() - 1, stop.place);
        }
        isOpen = stop.size() == 0;
      }
    }
    List<Stop> better = stops.stream().filter(one -> one.place.total() < total).toList();
    return new Explanation(
        upgrade.id(),
        here,
        total,
        told(
                better,
                CHEAPEST,
                (one, other) -> other.place.total() <= one.place.total(),
                Integer.MAX_VALUE)
            .stream()
            .limit(10)
            .map(one -> new Hindered(one.place, total - one.place.total(), one.obstacles))
            .toList(),
        told(
                better.stream().filter(one -> one.size() <= 2 && one.minutes < NEVER).toList(),
                EASIEST,
                (one, other) -> other.minutes <= one.minutes,
                5)
            .stream()
            .map(one -> new Concession(one.place, one.minutes, one.obstacles))
            .toList(),
        free.stream()
            .filter(place -> !Optional.of(place).equals(here))
            .sorted(Comparator.comparingLong(Place::total).thenComparingInt(Place::start))
            .limit(10)
            .toList());
  }

  private static final long NEVER = Long.MAX_VALUE / 4;

  /** The best of each set of rules; none that another one with fewer of them is as good as. */
  private static List<Stop> told(
      List<Stop> all, Comparator<Stop> order, BiPredicate<Stop, Stop> isNoBetter, int ofASize) {
    Map<Object, Stop> best = new LinkedHashMap<>();
    for (Stop one : all) {
      best.merge(
          List.of(one.mode, one.rules(), one.size()),
          one,
          (a, b) -> order.compare(a, b) <= 0 ? a : b);
    }
    List<Stop> told = new ArrayList<>();
    for (Stop one :
        best.values().stream()
            .sorted(Comparator.comparingInt(Stop::size).thenComparing(order))
            .toList()) {
      boolean isNew =
          told.stream()
              .noneMatch(
                  other -> one.rules().containsAll(other.rules()) && isNoBetter.test(one, other));
      if (isNew && told.stream().filter(other -> other.size() == one.size()).count() < ofASize) {
        told.add(one);
      }
    }
    return told;
  }

  private Place place(Mode mode, int start) {
    Score score = new Pricing(problem).of(upgrade, mode, start);
    return new Place(
        mode.id(), start, start + mode.length(), score, score.total(problem.weights()));
  }

  private void add(long gives, Obstacle obstacle) {
    minutes = Math.min(NEVER, minutes + gives);
    met.add(obstacle);
  }

  private Stop stop(Mode mode, int start) {
    met = new ArrayList<>();
    minutes = 0;
    int end = start + mode.length();
    ready(mode, start);
    window(mode, start, end);
    freezes(start, end);
    resources(mode, start, end);
    crowd(Kind.SYSTEM, upgrade.system(), Set.of(upgrade.system()), 0, 1, start, end);
    for (Group group : problem.groups()) {
      if (group.systems().contains(upgrade.system())) {
        Set<String> systems = Set.copyOf(group.systems());
        crowd(Kind.GROUP, group.id(), systems, group.gap(), group.maxParallel(), start, end);
      }
    }
    budget(mode, start);
    precedences(start, end);
    return new Stop(mode, place(mode, start), met, minutes);
  }

  private long minutes(long slots) {
    return slots * problem.slotMinutes();
  }

  private void ready(Mode mode, int start) {
    int first = Math.max(upgrade.release(), mode.release());
    if (start < first) {
      add(minutes(first - start), new NotReady(upgrade.id(), start, first));
    }
  }

  private void window(Mode mode, int start, int end) {
    String name = mode.calendar().orElse(names.system(upgrade.system()).calendar());
    int[] closed =
        IntStream.range(start, end)
            .filter(slot ->
                names.calendar(name).open().stream().noneMatch(it -> it.holds(slot, slot + 1)))
            .toArray();
    if (closed.length > 0) {
      int to = closed[closed.length - 1] + 1;
      add(minutes(to - closed[0]), new Closed(name, closed[0], to));
    }
  }

  private void freezes(int start, int end) {
    for (Freeze one : problem.freezes()) {
      if (one.isOf(upgrade.system()) && start < one.to() && one.from() < end) {
        add(
            minutes(Math.min(one.to() - start, end - one.from())),
            new Frozen(one.id(), one.label().orElse(one.id()), one.from(), one.to(), start, end));
      }
    }
  }

  private void resources(Mode mode, int start, int end) {
    for (String name :
        mode.needs().stream()
            .map(Mode.Need::resource)
            .collect(Collectors.toCollection(LinkedHashSet::new))) {
      IntToLongFunction missing =
          slot ->
              needed(mode, name)
                  + others.stream()
                      .filter(one -> one.start() <= slot && slot < one.end())
                      .mapToLong(one -> needed(one.mode(), name))
                      .sum()
                  - names.resource(name).capacity().stream()
                      .filter(amount -> amount.isAt(slot))
                      .mapToLong(Amount::amount)
                      .sum();
      int[] few =
          IntStream.range(start, end).filter(slot -> missing.applyAsLong(slot) > 0).toArray();
      if (few.length > 0) {
        int to = few[few.length - 1] + 1;
        long most = IntStream.of(few).mapToLong(missing).max().orElseThrow();
        add(minutes(most * (to - few[0])), new Short(name, few[0], to, most));
      }
    }
  }

  private static long needed(Mode mode, String resource) {
    return mode.needs().stream()
        .filter(need -> need.resource().equals(resource))
        .mapToLong(Mode.Need::amount)
        .sum();
  }

  private void crowd(
      Kind kind, String name, Set<String> systems, int gap, int most, int start, int end) {
    List<Placed> peers =
        others.stream().filter(one -> systems.contains(one.upgrade().system())).toList();
    IntToLongFunction tooMany =
        slot ->
            1
                - most
                + peers.stream()
                    .filter(one -> one.start() <= slot && slot < one.end() + gap)
                    .count();
    int[] full =
        IntStream.range(start, Math.min(problem.horizonSlots(), end + gap))
            .filter(slot -> tooMany.applyAsLong(slot) > 0)
            .toArray();
    if (full.length > 0) {
      int to = full[full.length - 1] + 1;
      long worst = IntStream.of(full).mapToLong(tooMany).max().orElseThrow();
      add(
          minutes(worst * (to - full[0])),
          new Crowded(
              kind,
              name,
              full[0],
              to,
              peers.stream()
                  .filter(one -> one.start() < end + gap && start - gap < one.end())
                  .sorted(Comparator.comparingInt(Placed::start))
                  .map(one -> one.upgrade().id())
                  .toList()));
    }
  }

  private void budget(Mode mode, int start) {
    String name = upgrade.budget();
    Optional<Amount> period =
        names.budget(name).periods().stream().filter(one -> one.isAt(start)).findFirst();
    long missing =
        period
            .map(there ->
                mode.cost()
                    - there.amount()
                    + others.stream()
                        .filter(one -> one.upgrade().budget().equals(name))
                        .filter(one -> there.isAt(one.start()))
                        .mapToLong(one -> one.mode().cost())
                        .sum())
            .orElse(Math.max(1, mode.cost()));
    if (missing > 0) {
      add(
          period.isEmpty() ? NEVER : Math.ceilDiv(missing * 60, Concession.MONEY_OF_AN_HOUR),
          new Unpaid(name, start, period.map(one -> new Period(one.from(), one.to())), missing));
    }
  }

  private Optional<Placed> other(String id) {
    return others.stream().filter(one -> one.upgrade().id().equals(id)).findFirst();
  }

  private void precedences(int start, int end) {
    for (Precedence rule : problem.precedences()) {
      if (rule.after().equals(upgrade.id())) {
        Optional<Integer> ends = other(rule.before()).map(Placed::end);
        int first = ends.map(one -> one + rule.minLag()).orElse(Integer.MAX_VALUE);
        if (start < first) {
          add(
              ends.isEmpty() ? NEVER : minutes(first - start),
              new Awaits(rule.before(), start, ends, first));
        }
      }
    }
    for (Precedence rule : problem.precedences()) {
      if (rule.before().equals(upgrade.id())) {
        other(rule.after())
            .ifPresent(next -> {
              int last = next.start() - rule.minLag();
              if (end > last) {
                add(minutes(end - last), new Precedes(rule.after(), end, next.start(), last));
              }
            });
      }
    }
  }
}
