package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.estate.Budget;
import dev.evenkeel.server.schedule.budget.money.Balance.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Planned against spent of one upgrade, by phase, kind and period of its budget.
 *
 * <ol>
 *   <li>What is planned stands in the periods in which its days are; what was spent where its day
 *       is.
 *   <li>What is still to come is reckoned kind by kind and phase by phase over all periods: what
 *       was spent uses up the earliest of it first, so that the rest stands in the latest periods.
 * </ol>
 */
public record Ledger(List<Cell> cells) {
  public Ledger {
    cells = List.copyOf(cells);
  }

  /**
   * @param period empty when it is in none
   */
  public record Cell(Part part, Optional<Budget.Period> period, Balance balance) {}

  /** All kinds of a phase in a period. */
  public record Row(int phase, Optional<Budget.Period> period, Balance balance) {
    public String periodTitle() {
      return period.map(Periods::title).orElse("");
    }
  }

  public static Ledger of(Periods periods, List<Share> shares, List<Spent> spent) {
    Map<Part, Map<Optional<Budget.Period>, long[]>> sums = new TreeMap<>(Part.ORDER);
    shares.forEach(share ->
        periods
            .split(share)
            .forEach((period, amount) ->
                at(sums, new Part(share.phase(), share.kind()), period)[0] += amount));
    spent.forEach(one ->
        at(sums, new Part(one.phase(), one.kind()), periods.at(one.day()))[1] += one.amount());
    List<Cell> cells = new ArrayList<>();
    sums.forEach((part, byPeriod) -> {
      long gone = byPeriod.values().stream().mapToLong(sum -> sum[1]).sum();
      for (var period : byPeriod.keySet().stream().sorted(BY_TIME).toList()) {
        long[] sum = Objects.requireNonNull(byPeriod.get(period));
        long used = Math.clamp(gone, 0, sum[0]);
        gone -= used;
        cells.add(new Cell(part, period, new Balance(sum[0], sum[1], sum[0] - used)));
      }
    });
    return new Ledger(cells);
  }

  /** What is in no period comes last. */
  private static final Comparator<Optional<Budget.Period>> BY_TIME =
      Comparator.comparing(period -> period.map(Budget.Period::from).orElse(LocalDate.MAX));

  private static long[] at(
      Map<Part, Map<Optional<Budget.Period>, long[]>> sums,
      Part part,
      Optional<Budget.Period> period) {
    return sums.computeIfAbsent(part, p -> new LinkedHashMap<>())
        .computeIfAbsent(period, p -> new long[2]);
  }

  public Balance in(Optional<Budget.Period> period) {
    return sum(cell -> cell.period().equals(period));
  }

  public Balance sum(Predicate<Cell> which) {
    return cells.stream().filter(which).map(Cell::balance).reduce(Balance.NOTHING, Balance::plus);
  }

  /** By phase, and in it by time. */
  public List<Row> rows() {
    record Key(int phase, Optional<Budget.Period> period) {}
    Map<Key, Balance> sums =
        new TreeMap<>(Comparator.comparingInt(Key::phase).thenComparing(Key::period, BY_TIME));
    cells.forEach(cell ->
        sums.merge(new Key(cell.part().phase(), cell.period()), cell.balance(), Balance::plus));
    Function<Map.Entry<Key, Balance>, Row> row =
        one -> new Row(one.getKey().phase(), one.getKey().period(), one.getValue());
    return sums.entrySet().stream().map(row).toList();
  }

  /** Several of one budget taken together. */
  public static Ledger together(List<Ledger> ledgers) {
    return new Ledger(ledgers.stream().flatMap(one -> one.cells().stream()).toList());
  }

  /** In which of them something is planned, by time. */
  public List<Budget.Period> plannedIn() {
    return cells.stream()
        .filter(cell -> cell.balance().planned() > 0)
        .map(Cell::period)
        .distinct()
        .sorted(BY_TIME)
        .flatMap(Optional::stream)
        .toList();
  }
}
