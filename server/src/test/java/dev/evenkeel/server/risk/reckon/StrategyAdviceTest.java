package dev.evenkeel.server.risk.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.risk.reckon.Strategy.Criterion;
import dev.evenkeel.server.risk.reckon.StrategyAdvice.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C26")
@Tag("C27")
class StrategyAdviceTest {
  private static StrategyFacts facts(
      Criticality criticality,
      long dependencies,
      UpgradeClass upgradeClass,
      @Nullable Integer window,
      @Nullable Long tolerance) {
    return new StrategyFacts(
        new Surroundings(
            criticality,
            dependencies,
            dependencies == 0 ? 0 : 5,
            0,
            0,
            false,
            Optional.empty(),
            Optional.empty(),
            true,
            dependencies > 0),
        upgradeClass,
        Optional.ofNullable(tolerance),
        Optional.ofNullable(window),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private static Row row(StrategyAdvice advice, Strategy strategy) {
    return advice.rows().stream()
        .filter(row -> row.strategy() == strategy)
        .findFirst()
        .orElseThrow();
  }

  private static int score(Row row, Criterion criterion) {
    return row.scores().get(criterion.ordinal()).score();
  }

  @Test
  void a_large_step_of_an_integrated_pipeline_that_may_be_away_for_30_minutes_goes_in_phases() {
    var advice =
        StrategyAdvice.of(
            facts(Criticality.YELLOW, 12, UpgradeClass.MAJOR, 60, 30L), StrategySheet.EMPTY);
    assertThat(advice.best().strategy()).isEqualTo(Strategy.PHASED);
    assertThat(score(row(advice, Strategy.BIG_BANG), Criterion.RISK)).isEqualTo(5);
    assertThat(score(row(advice, Strategy.BIG_BANG), Criterion.COST)).isEqualTo(2);
    assertThat(score(row(advice, Strategy.PHASED), Criterion.RISK)).isEqualTo(3);
    assertThat(score(row(advice, Strategy.PHASED), Criterion.COST)).isEqualTo(3);
    assertThat(row(advice, Strategy.BIG_BANG).ruledOut())
        .contains("Away for 60 minutes; 30 can be borne.");
  }

  @ParameterizedTest
  @CsvSource({
    "RED,    40, MAJOR, 240, 5,   PARALLEL",
    "RED,    40, MAJOR, 10,  60,  PARALLEL",
    "YELLOW, 12, MAJOR, 60,  30,  PHASED",
    "GREEN,  0,  PATCH, 60,  240, BIG_BANG",
    "GREEN,  0,  PLATFORM_SWAP, , , BIG_BANG"
  })
  void what_is_critical_and_integrated_is_taken_apart_and_what_stands_alone_is_not(
      Criticality criticality,
      long dependencies,
      UpgradeClass upgradeClass,
      @Nullable Integer window,
      @Nullable Long tolerance,
      Strategy best) {
    var advice =
        StrategyAdvice.of(
            facts(criticality, dependencies, upgradeClass, window, tolerance), StrategySheet.EMPTY);
    assertThat(advice.best().strategy()).isEqualTo(best);
    assertThat(advice.rows())
        .hasSize(4)
        .allSatisfy(row ->
            assertThat(row.scores())
                .hasSize(5)
                .allSatisfy(score -> {
                  assertThat(score.score()).isBetween(1, 5);
                  assertThat(score.reason()).isNotBlank();
                }));
  }

  @Test
  void nothing_known_and_everything_extreme_still_scores_from_1_to_5() {
    for (Integer window : new Integer[] {null, 0, 10_080}) {
      for (Long tolerance : new Long[] {null, 0L, Long.MAX_VALUE}) {
        for (Criticality criticality : Criticality.values()) {
          for (long dependencies : new long[] {0, 500_000}) {
            var advice =
                StrategyAdvice.of(
                    facts(criticality, dependencies, UpgradeClass.PLATFORM_SWAP, window, tolerance),
                    StrategySheet.EMPTY);
            assertThat(advice.rows())
                .allSatisfy(row ->
                    assertThat(row.scores())
                        .allSatisfy(score -> assertThat(score.score()).isBetween(1, 5)));
          }
        }
      }
    }
  }

  @Test
  void what_a_person_says_stands_in_the_place_of_what_is_proposed() {
    var sheet =
        new StrategySheet(
            List.of(
                new StrategySheet.Adjusted(
                    Strategy.BIG_BANG, Criterion.TIMELINE, 5, Optional.of("no window"))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var facts = facts(Criticality.GREEN, 0, UpgradeClass.PATCH, 60, 240L);
    Row before = row(StrategyAdvice.of(facts, StrategySheet.EMPTY), Strategy.BIG_BANG);
    Row after = row(StrategyAdvice.of(facts, sheet), Strategy.BIG_BANG);
    assertThat(after.sum()).isEqualTo(before.sum() + 4);
    assertThat(after.scores().get(Criterion.TIMELINE.ordinal()).proposed()).isEqualTo(1);
    assertThat(after.scores().get(Criterion.TIMELINE.ordinal()).reason()).isEqualTo("no window");
  }

  @ParameterizedTest
  @Tag("C11")
  @CsvSource({
    "1, 1, LOW",
    "5, 1, LOW",
    "2, 3, MEDIUM",
    "2, 5, MEDIUM",
    "3, 4, MEDIUM",
    "3, 5, HIGH",
    "5, 5, HIGH"
  })
  void severity_is_likelihood_times_impact(int likelihood, int impact, Severity severity) {
    assertThat(Severity.of(likelihood, impact)).isEqualTo(severity);
  }

  @Test
  @Tag("C11")
  void a_rating_that_is_none_is_refused() {
    assertThatThrownBy(() -> Severity.of(0, 3)).hasMessageContaining("0 is not from 1 to 5");
    assertThatThrownBy(() -> Severity.of(3, 6)).hasMessageContaining("6 is not from 1 to 5");
  }
}
