package dev.evenkeel.bench;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dev.evenkeel.bench.Instance.Before;
import dev.evenkeel.bench.Instance.Place;
import dev.evenkeel.bench.Instance.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** CP-SAT chooses among some places of each upgrade: a boolean for each, a sum for each slot. */
final class ReducedModel {

  private static final int FIRST = 30;

  /** Places to choose from. */
  @FunctionalInterface
  interface Pick {
    List<List<Place>> of(Instance instance, Place[] known, int many);
  }

  /** A place, and how much it takes. */
  private record Term(BoolVar x, int upgrade, long amount) {}

  private final Instance instance;
  private final List<List<Place>> candidates;
  private final Place[] hint;
  private final CpModel model = new CpModel();
  private final List<List<BoolVar>> at = new ArrayList<>();
  private Place[] chosen;

  private ReducedModel(Instance instance, List<List<Place>> candidates, Place[] hint) {
    this.instance = instance;
    this.candidates = candidates;
    this.hint = hint;
    chosen = hint;
  }

  /** The cheapest of each upgrade, and those of a timetable. */
  static List<List<Place>> cheapest(Instance instance, Place[] known, int many) {
    List<List<Place>> all = new ArrayList<>();
    for (int u = 0; u < instance.size; u++) {
      Set<Place> own = new LinkedHashSet<>(first(instance, instance.places.get(u), many));
      if (known[u] != null) {
        own.add(known[u]);
      }
      all.add(List.copyOf(own));
    }
    return all;
  }

  /**
   * The cheapest of each day, as long as there are days; then others. The cheapest alone would all
   * stand in the same nights, where not all upgrades find room.
   */
  private static List<Place> first(Instance instance, List<Place> places, int many) {
    Set<Integer> days = new HashSet<>();
    List<Place> first = new ArrayList<>();
    List<Place> others = new ArrayList<>();
    for (Place place : places) {
      boolean isNew = days.add(place.start() / instance.problem.slotsOfADay());
      (isNew && first.size() < many ? first : others).add(place);
    }
    first.addAll(others.subList(0, Math.min(many - first.size(), others.size())));
    return first;
  }

  /** The cheapest of each upgrade, and as many whose cost is next to that in a timetable. */
  static List<List<Place>> near(Instance instance, Place[] known, int many) {
    List<List<Place>> all = new ArrayList<>();
    for (int u = 0; u < instance.size; u++) {
      List<Place> places = instance.places.get(u);
      Place place = known[u];
      Set<Place> own = new LinkedHashSet<>(first(instance, places, many));
      if (place != null) {
        own.add(place);
        places.stream()
            .sorted(Comparator.comparingLong(one -> Math.abs(one.cost() - place.cost())))
            .limit(many)
            .forEach(own::add);
      }
      all.add(List.copyOf(own));
    }
    return all;
  }

  /**
   * Solves with some places of each upgrade, and whenever that is done to the end before the time
   * is over, with twice as many, from where it stands.
   *
   * @param known a timetable to go on from
   * @param pick which places of each upgrade, given a timetable and how many
   * @param bound of the whole problem, when one is known: this proves none
   */
  static Answer solve(Instance instance, Place[] known, Pick pick, Stopwatch watch, long bound) {
    Place[] best = known;
    int most = instance.places.stream().mapToInt(List::size).max().orElse(0);
    boolean isDone = true;
    for (int many = FIRST; isDone && many < 2 * most; many *= 2) {
      ReducedModel model = new ReducedModel(instance, pick.of(instance, best, many), best);
      isDone = model.isSolved(watch);
      best = model.chosen;
    }
    return new Answer(instance.timetable(best), bound);
  }

  /** Whether nothing better can be made of these places. */
  private boolean isSolved(Stopwatch watch) {
    LinearExprBuilder goal = LinearExpr.newBuilder();
    for (int u = 0; u < instance.size; u++) {
      upgrade(u, goal);
    }
    rows();
    instance.precedences.forEach(this::precedence);
    model.minimize(goal.build());
    if (watch.left().isZero()) {
      return false;
    }
    CpSat sat = new CpSat();
    CpSolverStatus status = sat.solve(model, watch.left(), watch::hasOne);
    if (CpSat.isAnswer(status)) {
      chosen = new Place[instance.size];
      for (int u = 0; u < instance.size; u++) {
        for (int i = 0; i < at.get(u).size(); i++) {
          if (sat.solver.booleanValue(at.get(u).get(i))) {
            chosen[u] = candidates.get(u).get(i);
          }
        }
      }
    }
    return status == CpSolverStatus.OPTIMAL;
  }

  private void upgrade(int u, LinearExprBuilder goal) {
    List<BoolVar> own = new ArrayList<>();
    for (Place place : candidates.get(u)) {
      BoolVar x = model.newBoolVar("");
      model.addHint(x, place.equals(hint[u]) ? 1 : 0);
      goal.addTerm(x, place.cost() - instance.deferPenalty(u));
      own.add(x);
    }
    goal.add(instance.deferPenalty(u));
    model.addAtMostOne(new ArrayList<Literal>(own));
    at.add(own);
  }

  private void rows() {
    Map<List<Integer>, List<Term>> sums = new HashMap<>();
    Map<List<Integer>, Long> limits = new HashMap<>();
    for (int u = 0; u < instance.size; u++) {
      for (int i = 0; i < candidates.get(u).size(); i++) {
        Place place = candidates.get(u).get(i);
        BoolVar x = at.get(u).get(i);
        for (Use use : instance.uses(place)) {
          for (int slot = place.start(); slot < instance.until(place, use); slot++) {
            List<Integer> key = List.of(0, use.row(), slot);
            sums.computeIfAbsent(key, any -> new ArrayList<>()).add(new Term(x, u, use.amount()));
            limits.put(key, (long) instance.rows.get(use.row())[slot]);
          }
        }
        int period = instance.period(u, place.start());
        List<Integer> purse = List.of(1, instance.budget[u], period);
        sums.computeIfAbsent(purse, any -> new ArrayList<>())
            .add(new Term(x, u, instance.money(place)));
        limits.put(purse, instance.limit(u, period));
      }
    }
    Set<List<Object>> seen = new HashSet<>();
    sums.forEach((key, terms) -> {
      long limit = limits.get(key);
      if (mayExceed(terms, limit) && seen.add(List.of(terms, limit))) {
        atMost(terms, limit);
      }
    });
  }

  /** Of each upgrade only one place is taken. */
  private static boolean mayExceed(List<Term> terms, long limit) {
    Map<Integer, Long> most = new HashMap<>();
    terms.forEach(term -> most.merge(term.upgrade(), term.amount(), Math::max));
    return most.values().stream().mapToLong(one -> one).sum() > limit;
  }

  private void atMost(List<Term> terms, long limit) {
    if (limit == 1 && terms.stream().allMatch(term -> term.amount() == 1)) {
      model.addAtMostOne(terms.stream().map(term -> (Literal) term.x()).toList());
    } else {
      LinearExprBuilder sum = LinearExpr.newBuilder();
      terms.forEach(term -> sum.addTerm(term.x(), term.amount()));
      model.addLessOrEqual(sum.build(), limit);
    }
  }

  /** Whatever starts up to a slot needs the other to have ended before. */
  private void precedence(Before rule) {
    List<Place> first = candidates.get(rule.first());
    Map<Integer, List<BoolVar>> byStart = new TreeMap<>();
    for (int i = 0; i < candidates.get(rule.then()).size(); i++) {
      byStart
          .computeIfAbsent(candidates.get(rule.then()).get(i).start(), any -> new ArrayList<>())
          .add(at.get(rule.then()).get(i));
    }
    List<BoolVar> upTo = new ArrayList<>();
    byStart.forEach((slot, starting) -> {
      upTo.addAll(starting);
      LinearExprBuilder sum = LinearExpr.newBuilder();
      upTo.forEach(x -> sum.addTerm(x, 1));
      for (int i = 0; i < first.size(); i++) {
        if (first.get(i).end() + rule.lag() <= slot) {
          sum.addTerm(at.get(rule.first()).get(i), -1);
        }
      }
      model.addLessOrEqual(sum.build(), 0);
    });
  }
}
