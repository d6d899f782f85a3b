package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.risk.reckon.Strategy.Criterion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which strategy the facts speak for.
 *
 * <ol>
 *   <li>Each strategy is scored on each criterion from 1 (good) to 5 (bad): a start that follows
 *       from what the strategy is, and one more or less for each fact that is named. A score that a
 *       person gave stands in the place of the one proposed.
 *   <li>Impact compares how long people feel it with how long they can bear it: big-bang the whole
 *       window, phased and hybrid a third of it, parallel none. More than bearable is 5, and rules
 *       the strategy out. Big-bang is ruled out too for what is red and tightly integrated.
 *   <li>Risk and impact count three times when what is upgraded is red, twice when it is yellow.
 *   <li>The least sum wins among those not ruled out; of equal sums the one with less risk.
 * </ol>
 *
 * @param rows the best first
 */
public record StrategyAdvice(List<Row> rows, int weight) {
  private static final int MOST = 5;
  private static final int PHASES = 3;

  public StrategyAdvice {
    rows = List.copyOf(rows);
  }

  /** A score with its reason. */
  public record Score(
      Criterion criterion, int score, int proposed, String reason, boolean adjusted) {}

  /**
   * A strategy with its scores.
   *
   * @param ruledOut why it cannot be taken
   */
  public record Row(Strategy strategy, List<Score> scores, int sum, Optional<String> ruledOut) {
    public Row {
      scores = List.copyOf(scores);
    }

    int risk() {
      return scores.getFirst().score();
    }
  }

  public Row best() {
    return rows.getFirst();
  }

  public static StrategyAdvice of(StrategyFacts facts, StrategySheet sheet) {
    int weight =
        switch (facts.surroundings().criticality()) {
          case RED -> 3;
          case YELLOW -> 2;
          case GREEN -> 1;
        };
    List<Row> rows =
        Arrays.stream(Strategy.values())
            .map(strategy -> row(strategy, facts, sheet, weight))
            .sorted(
                Comparator.comparing((Row row) -> row.ruledOut().isPresent())
                    .thenComparing(Row::sum)
                    .thenComparing(Row::risk))
            .toList();
    return new StrategyAdvice(rows, weight);
  }

  private static Row row(Strategy strategy, StrategyFacts facts, StrategySheet sheet, int weight) {
    List<Score> scores = new ArrayList<>();
    int sum = 0;
    for (Criterion criterion : Criterion.values()) {
      Tally tally = propose(strategy, criterion, facts);
      Optional<StrategySheet.Adjusted> adjusted = sheet.at(strategy, criterion);
      int score = adjusted.map(StrategySheet.Adjusted::score).orElse(tally.score());
      scores.add(
          new Score(
              criterion,
              score,
              tally.score(),
              adjusted.flatMap(StrategySheet.Adjusted::reason).orElse(tally.reason()),
              adjusted.isPresent()));
      sum += score * (criterion == Criterion.RISK || criterion == Criterion.IMPACT ? weight : 1);
    }
    return new Row(strategy, scores, sum, ruledOut(strategy, facts));
  }

  /** Why it cannot be taken. */
  public static Optional<String> ruledOut(Strategy strategy, StrategyFacts facts) {
    if (strategy == Strategy.BIG_BANG
        && facts.tight()
        && facts.surroundings().criticality() == Criticality.RED) {
      return Optional.of("It is red and tightly integrated.");
    }
    if (facts.toleranceMinutes().isEmpty() || facts.windowMinutes().isEmpty()) {
      return Optional.empty();
    }
    long felt = felt(strategy, facts.windowMinutes().get());
    long bearable = facts.toleranceMinutes().get();
    return felt > bearable
        ? Optional.of("Away for %d minutes; %d can be borne.".formatted(felt, bearable))
        : Optional.empty();
  }

  /** For how many minutes at a time people feel it. */
  private static long felt(Strategy strategy, int window) {
    return switch (strategy) {
      case BIG_BANG -> window;
      case PHASED, HYBRID -> (window + PHASES - 1L) / PHASES;
      case PARALLEL -> 0;
    };
  }

  private static Tally propose(Strategy strategy, Criterion criterion, StrategyFacts facts) {
    return switch (criterion) {
      case RISK -> risk(strategy, facts);
      case TIMELINE -> timeline(strategy, facts);
      case COST -> cost(strategy, facts);
      case TEAM -> team(strategy, facts);
      case IMPACT -> impact(strategy, facts);
    };
  }

  private static Tally risk(Strategy strategy, StrategyFacts facts) {
    boolean red = facts.surroundings().criticality() == Criticality.RED;
    boolean large = facts.upgradeClass().compareTo(UpgradeClass.MAJOR) >= 0;
    return switch (strategy) {
      case BIG_BANG ->
          new Tally(3, "everything changes at once")
              .plus(red, "customers feel it")
              .plus(facts.tight(), "tightly integrated")
              .plus(large, "a large step")
              .plus(facts.highRisks() > 0, "high risks are open")
              .minus(facts.lonely(), "nothing that is known needs it");
      case PHASED ->
          new Tally(2, "a part at a time")
              .plus(red, "customers feel it")
              .plus(facts.tight(), "tightly integrated, so old and new meet");
      case PARALLEL ->
          new Tally(1, "the old one is there at once")
              .plus(facts.surroundings().holdsData(), "data must be kept in step");
      case HYBRID ->
          new Tally(2, "the first part runs in parallel")
              .plus(facts.tight(), "tightly integrated, so old and new meet");
    };
  }

  private static Tally timeline(Strategy strategy, StrategyFacts facts) {
    return switch (strategy) {
      case BIG_BANG -> new Tally(1, "one window");
      case PHASED ->
          new Tally(3, "several windows").plus(facts.tight(), "many parts to take in order");
      case PARALLEL -> new Tally(5, "two to four weeks, over a whole business cycle");
      case HYBRID -> new Tally(4, "a phase in parallel, then a window");
    };
  }

  private static Tally cost(Strategy strategy, StrategyFacts facts) {
    return switch (strategy) {
      case BIG_BANG -> new Tally(2, "work of one night");
      case PHASED -> new Tally(3, "several nights");
      case PARALLEL ->
          new Tally(5, "twice the machines")
              .minus(facts.dear(), "an hour away costs more than a week of testing");
      case HYBRID ->
          new Tally(4, "twice the machines for a part")
              .minus(facts.dear(), "an hour away costs more than a week of testing");
    };
  }

  private static Tally team(Strategy strategy, StrategyFacts facts) {
    boolean unknown = !facts.surroundings().experts();
    return switch (strategy) {
      case BIG_BANG ->
          new Tally(2, "one practised night")
              .plus(unknown, "nobody knows it inside out")
              .plus(unknown, "and one night leaves no time to learn");
      case PHASED ->
          new Tally(3, "several practised nights").plus(unknown, "nobody knows it inside out");
      case PARALLEL -> new Tally(5, "two systems to run, data to reconcile daily");
      case HYBRID ->
          new Tally(4, "both ways to be learnt").plus(unknown, "nobody knows it inside out");
    };
  }

  private static Tally impact(Strategy strategy, StrategyFacts facts) {
    if (strategy == Strategy.PARALLEL) {
      return new Tally(1, "the old one goes on meanwhile");
    }
    if (facts.windowMinutes().isEmpty() || facts.toleranceMinutes().isEmpty()) {
      String missing =
          facts.windowMinutes().isEmpty() ? "how long it is away" : "how long that can be borne";
      int guess =
          switch (facts.surroundings().criticality()) {
            case RED -> 4;
            case YELLOW -> 3;
            case GREEN -> 1;
          };
      return new Tally(
          strategy == Strategy.BIG_BANG ? guess : Math.max(1, guess - 1),
          "nobody has said " + missing + "; by criticality");
    }
    long felt = felt(strategy, facts.windowMinutes().get());
    long bearable = facts.toleranceMinutes().get();
    String says = "%d minutes at a time; %d can be borne".formatted(felt, bearable);
    return new Tally(felt > bearable ? MOST : felt * 2 > bearable ? 2 : 1, says);
  }

  /** A score in the making, from 1 to 5. */
  private record Tally(int score, String reason) {
    Tally plus(boolean holds, String why) {
      return holds ? new Tally(Math.min(MOST, score + 1), reason + " (+1 " + why + ")") : this;
    }

    Tally minus(boolean holds, String why) {
      return holds ? new Tally(Math.max(1, score - 1), reason + " (−1 " + why + ")") : this;
    }
  }
}
