package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Group;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.search.Row.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds what upgrades share: resources, their own systems, groups that must not all be away. */
final class Rows {

  /** How an upgrade of a system uses a row, whatever its mode. */
  private record Held(int row, int gap) {}

  private final Problem problem;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> resources = new HashMap<>();
  private final Map<String, List<Held>> held = new HashMap<>();

  /** Of a resource: by what its limits are divided, and the row of that. */
  private final Map<String, Map<Integer, Integer>> divided = new HashMap<>();

  Rows(Problem problem) {
    this.problem = problem;
    problem.resources().forEach(this::resource);
    Map<String, Integer> upgrades = new HashMap<>();
    problem.upgrades().forEach(one -> upgrades.merge(one.system(), 1, Integer::sum));
    Map<Integer, int[]> constant = new HashMap<>();
    for (Group group : problem.groups()) {
      int many =
          group.systems().stream().distinct().mapToInt(s -> upgrades.getOrDefault(s, 0)).sum();
      if (many > group.maxParallel()) {
        int[] limit = constant.computeIfAbsent(group.maxParallel(), this::always);
        group.systems().stream().distinct().forEach(system -> hold(system, group.gap()));
        rows.add(new Row(Kind.GROUP, group.id(), limit));
      }
    }
    for (PlannedSystem system : problem.systems()) {
      if (upgrades.getOrDefault(system.id(), 0) > 1) {
        hold(system.id(), 0);
        rows.add(new Row(Kind.SYSTEM, system.id(), constant.computeIfAbsent(1, this::always)));
      }
    }
    problem.resources().forEach(this::implied);
  }

  private void resource(Resource resource) {
    int[] limit = new int[problem.horizonSlots()];
    for (Amount amount : resource.capacity()) {
      Arrays.fill(limit, amount.from(), amount.to(), Math.clamp(amount.amount(), 0, 1_000_000));
    }
    resources.put(resource.id(), rows.size());
    rows.add(new Row(Kind.RESOURCE, resource.id(), limit));
  }

  private int[] always(int most) {
    int[] limit = new int[problem.horizonSlots()];
    Arrays.fill(limit, most);
    return limit;
  }

  private void hold(String system, int gap) {
    held.computeIfAbsent(system, name -> new ArrayList<>()).add(new Held(rows.size(), gap));
  }

  /**
   * Where {@code Σ amount · x ≤ limit} holds for whole x, so does {@code Σ ⌊amount ÷ d⌋ · x ≤
   * ⌊limit ÷ d⌋} (Chvátal and Gomory): of three people only one pair can be at work.
   */
  private void implied(Resource resource) {
    TreeSet<Integer> amounts = new TreeSet<>();
    for (Upgrade upgrade : problem.upgrades()) {
      for (Mode mode : upgrade.modes()) {
        mode.needs().stream()
            .filter(need -> need.resource().equals(resource.id()))
            .forEach(need -> amounts.add(need.amount()));
      }
    }
    Map<Integer, Integer> own = new LinkedHashMap<>();
    int[] limit = rows.get(number(resource.id())).limit();
    for (int divisor : amounts.tailSet(2)) {
      own.put(divisor, rows.size());
      rows.add(
          new Row(
              Kind.IMPLIED,
              resource.id(),
              IntStream.of(limit).map(one -> one / divisor).toArray()));
    }
    divided.put(resource.id(), own);
  }

  private int number(String resource) {
    return Objects.requireNonNull(resources.get(resource));
  }

  Row[] all() {
    return rows.toArray(Row[]::new);
  }

  Way way(Upgrade upgrade, Mode mode) {
    Map<String, Integer> needs = new LinkedHashMap<>();
    mode.needs().forEach(need -> needs.merge(need.resource(), need.amount(), Math::addExact));
    List<int[]> uses = new ArrayList<>();
    needs.forEach((resource, amount) -> uses.add(new int[] {number(resource), amount, 0}));
    held.getOrDefault(upgrade.system(), List.of())
        .forEach(one -> uses.add(new int[] {one.row(), 1, one.gap()}));
    int real = uses.size();
    needs.forEach((resource, amount) ->
        Objects.requireNonNull(divided.get(resource))
            .forEach((divisor, row) -> {
              if (amount >= divisor) {
                uses.add(new int[] {row, amount / divisor, 0});
              }
            }));
    return new Way(mode.length(), mode.cost(), part(uses, 0), part(uses, 1), part(uses, 2), real);
  }

  private static int[] part(List<int[]> uses, int which) {
    return uses.stream().mapToInt(use -> use[which]).toArray();
  }
}
