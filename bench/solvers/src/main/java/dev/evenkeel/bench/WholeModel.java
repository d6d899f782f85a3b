package dev.evenkeel.bench;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import dev.evenkeel.bench.Instance.Before;
import dev.evenkeel.bench.Instance.Place;
import dev.evenkeel.bench.Instance.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole problem as CP-SAT likes scheduling problems: an optional interval for each mode,
 * cumulatives (or no-overlap, where only one may be at work) over what is shared. Costs follow no
 * formula that it knows, so there is a boolean for every start, as an element constraint would make
 * too. It is told of a greedy timetable.
 */
final class WholeModel {
  private final Instance instance;
  private final Place[] greedy;
  private final CpModel model = new CpModel();
  private final BoolVar[] planned;
  private final IntVar[] start;
  private final List<List<BoolVar>> inMode = new ArrayList<>();
  private final List<List<BoolVar>> at = new ArrayList<>();
  private final LinearExprBuilder goal = LinearExpr.newBuilder();

  WholeModel(Instance instance, Place[] greedy) {
    this.instance = instance;
    this.greedy = greedy;
    planned = new BoolVar[instance.size];
    start = new IntVar[instance.size];
  }

  Answer solve(Stopwatch watch) {
    for (int u = 0; u < instance.size; u++) {
      upgrade(u);
    }
    rows();
    money();
    instance.precedences.forEach(this::precedence);
    model.minimize(goal.build());
    CpSat sat = new CpSat();
    CpSolverStatus status = sat.solve(model, watch.left(), watch::hasOne);
    Place[] chosen = CpSat.isAnswer(status) ? new Place[instance.size] : greedy;
    if (CpSat.isAnswer(status)) {
      for (int u = 0; u < instance.size; u++) {
        for (int i = 0; i < at.get(u).size(); i++) {
          if (sat.solver.booleanValue(at.get(u).get(i))) {
            chosen[u] = instance.places.get(u).get(i);
          }
        }
      }
    }
    return new Answer(instance.timetable(chosen), Math.max(0, sat.bound()));
  }

  private void upgrade(int u) {
    List<Place> places = instance.places.get(u);
    planned[u] = model.newBoolVar("");
    Place known = greedy[u];
    model.addHint(planned[u], known == null ? 0 : 1);
    goal.addTerm(planned[u], -instance.deferPenalty(u)).add(instance.deferPenalty(u));
    int modes = instance.problem.upgrades().get(u).modes().size();
    List<BoolVar> own = new ArrayList<>();
    List<List<Literal>> oneOf = new ArrayList<>();
    for (int m = 0; m < modes; m++) {
      own.add(model.newBoolVar(""));
      model.addHint(own.get(m), known != null && known.mode() == m ? 1 : 0);
      oneOf.add(new ArrayList<>(List.of(own.get(m).not())));
    }
    inMode.add(own);
    List<Literal> either = new ArrayList<>(own);
    either.add(planned[u].not());
    model.addExactlyOne(either);
    start[u] =
        places.isEmpty()
            ? model.newConstant(0)
            : model.newIntVarFromDomain(
                Domain.fromValues(places.stream().mapToLong(Place::start).distinct().toArray()),
                "");
    if (known != null) {
      model.addHint(start[u], known.start());
    }
    List<BoolVar> here = new ArrayList<>();
    for (Place place : places) {
      BoolVar x = model.newBoolVar("");
      here.add(x);
      model.addHint(x, place.equals(known) ? 1 : 0);
      oneOf.get(place.mode()).add(x);
      goal.addTerm(x, place.cost());
      model.addEquality(start[u], place.start()).onlyEnforceIf(x);
    }
    at.add(here);
    oneOf.forEach(model::addExactlyOne);
  }

  private void rows() {
    List<List<IntervalVar>> intervals = new ArrayList<>();
    List<List<Long>> amounts = new ArrayList<>();
    instance.rows.forEach(row -> {
      intervals.add(new ArrayList<>());
      amounts.add(new ArrayList<>());
    });
    for (int u = 0; u < instance.size; u++) {
      for (int m = 0; m < inMode.get(u).size(); m++) {
        Map<Integer, IntervalVar> ofLength = new HashMap<>();
        for (Use use : instance.uses.get(u).get(m)) {
          BoolVar present = inMode.get(u).get(m);
          IntVar from = start[u];
          intervals
              .get(use.row())
              .add(
                  ofLength.computeIfAbsent(
                      use.until(),
                      length -> model.newOptionalFixedSizeIntervalVar(from, length, present, "")));
          amounts.get(use.row()).add((long) use.amount());
        }
      }
    }
    for (int row = 0; row < intervals.size(); row++) {
      int[] limit = instance.rows.get(row);
      int most = Arrays.stream(limit).max().orElse(0);
      if (Arrays.stream(limit).allMatch(one -> one == 1 || one == 0)) {
        // Where there is none of it nothing could stand, so no place is there.
        model.addNoOverlap(intervals.get(row));
      } else {
        CumulativeConstraint all = model.addCumulative(most);
        for (int i = 0; i < intervals.get(row).size(); i++) {
          all.addDemand(intervals.get(row).get(i), amounts.get(row).get(i));
        }
        lessAtTimes(all, limit, most);
      }
    }
  }

  private void lessAtTimes(CumulativeConstraint all, int[] limit, int most) {
    int from = 0;
    for (int slot = 1; slot <= limit.length; slot++) {
      if (slot == limit.length || limit[slot] != limit[from]) {
        if (0 < limit[from] && limit[from] < most) {
          all.addDemand(model.newFixedInterval(from, slot - from, ""), (long) most - limit[from]);
        }
        from = slot;
      }
    }
  }

  private void money() {
    Map<List<Integer>, LinearExprBuilder> spent = new HashMap<>();
    Map<List<Integer>, Long> limit = new HashMap<>();
    for (int u = 0; u < instance.size; u++) {
      for (int i = 0; i < at.get(u).size(); i++) {
        Place place = instance.places.get(u).get(i);
        int period = instance.period(u, place.start());
        List<Integer> purse = List.of(instance.budget[u], period);
        limit.put(purse, instance.limit(u, period));
        spent
            .computeIfAbsent(purse, any -> LinearExpr.newBuilder())
            .addTerm(at.get(u).get(i), instance.money(place));
      }
    }
    spent.forEach((purse, sum) -> model.addLessOrEqual(sum.build(), limit.get(purse)));
  }

  private void precedence(Before rule) {
    model.addImplication(planned[rule.then()], planned[rule.first()]);
    for (int m = 0; m < inMode.get(rule.first()).size(); m++) {
      int wait = instance.mode(rule.first(), m).length() + rule.lag();
      model
          .addLessOrEqual(LinearExpr.affine(start[rule.first()], 1, wait), start[rule.then()])
          .onlyEnforceIf(
              new Literal[] {inMode.get(rule.first()).get(m), planned[rule.then()]});
    }
  }
}
