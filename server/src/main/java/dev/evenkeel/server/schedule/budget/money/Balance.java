package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was planned against what was spent.
 *
 * @param toCome what is planned and not spent yet, phase by phase and kind by kind: what one saves
 *     is not there for another
 */
public record Balance(long planned, long spent, long toCome) {
  public static final Balance NOTHING = new Balance(0, 0, 0);

  /** A kind of cost within a phase. */
  public record Part(int phase, CostKind kind) {
    static final Comparator<Part> ORDER =
        Comparator.comparingInt(Part::phase).thenComparing(Part::kind);
  }

  /** One line of a table. */
  public record Line(int phase, CostKind kind, Balance balance) {
    public String word() {
      return KindWords.capital(kind);
    }
  }

  /** What it will have cost in the end, as far as anybody knows. */
  public long forecast() {
    return spent + toCome;
  }

  /** What was spent, or will be, more than was planned. */
  public long over() {
    return Math.max(0, forecast() - planned);
  }

  public Balance plus(Balance other) {
    return new Balance(planned + other.planned, spent + other.spent, toCome + other.toCome);
  }

  /** By phase, and in it by kind. */
  public static List<Line> lines(List<Cost> planned, List<Spent> spent) {
    Map<Part, long[]> sums = new TreeMap<>(Part.ORDER);
    planned.forEach(cost -> sum(sums, cost.phase(), cost.kind())[0] += cost.amount());
    spent.forEach(one -> sum(sums, one.phase(), one.kind())[1] += one.amount());
    List<Line> lines = new ArrayList<>();
    sums.forEach((part, sum) ->
        lines.add(
            new Line(
                part.phase(),
                part.kind(),
                new Balance(sum[0], sum[1], Math.max(0, sum[0] - sum[1])))));
    return lines;
  }

  private static long[] sum(Map<Part, long[]> sums, int phase, CostKind kind) {
    return sums.computeIfAbsent(new Part(phase, kind), part -> new long[2]);
  }

  public static Balance total(List<Line> lines) {
    return lines.stream().map(Line::balance).reduce(NOTHING, Balance::plus);
  }

  /** The same, added up by one of their features. */
  public static <K extends Comparable<K>> Map<K, Balance> by(
      Function<Line, K> feature, List<Line> lines) {
    Map<K, Balance> sums = new TreeMap<>();
    lines.forEach(line -> sums.merge(feature.apply(line), line.balance(), Balance::plus));
    return sums;
  }
}
