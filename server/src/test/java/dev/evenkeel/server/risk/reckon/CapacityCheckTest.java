package dev.evenkeel.server.risk.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.risk.reckon.CapacitySheet.Resource;
import dev.evenkeel.server.risk.reckon.CapacitySheet.Row;
import dev.evenkeel.server.risk.reckon.MetricQuery.Side;
import dev.evenkeel.server.risk.reckon.Readings.Asked;
import dev.evenkeel.server.risk.reckon.Readings.Reading;
import dev.evenkeel.server.shared.Actor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C21")
class CapacityCheckTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final MetricQuery THERE = new MetricQuery("http://p:9090", "cores", "7d");
  private static final MetricQuery USED = new MetricQuery("http://p:9090", "busy", "7d");

  private static Optional<Stated> stated(@Nullable BigDecimal amount) {
    return Optional.ofNullable(amount).map(number -> new Stated(number, "somebody"));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 12,  , true,  2",
    "10, 11.99, , false, 1.99",
    "10, 10, 0, true,  0",
    "10, 9,  0, false, -1",
    "0,  0,  , true,  0",
    "1000000000, 1, , false, -999999999"
  })
  void passes_when_the_spare_part_is_left_over(
      BigDecimal needed,
      BigDecimal there,
      @Nullable Integer spare,
      boolean passes,
      BigDecimal headroom) {
    var row =
        new Row(
            Resource.DISK,
            stated(needed),
            stated(there),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(spare));
    var check = CapacityCheck.of(new CapacitySheet(List.of(row)), Readings.NONE, NOW);
    var verdict = check.verdicts().get(Resource.DISK.ordinal());
    assertThat(verdict.passes()).isEqualTo(passes);
    assertThat(verdict.headroom().orElseThrow()).isEqualByComparingTo(headroom);
    assertThat(check.passes()).as("the others are not known").isFalse();
  }

  @Test
  void what_is_not_known_fails_and_says_what_is_missing() {
    assertThat(CapacityCheck.of(CapacitySheet.EMPTY, Readings.NONE, NOW).verdicts())
        .hasSize(3)
        .allSatisfy(
            verdict -> assertThat(verdict.says()).contains("what is needed and what is there"));
    assertThat(verdict(row(BigDecimal.ONE, null, null), Readings.NONE).says())
        .contains("Nobody has said what is there.");
  }

  @Test
  void what_stays_beside_the_target_is_taken_from_what_is_there() {
    var row =
        new Row(
            Resource.CPU,
            stated(BigDecimal.TWO),
            stated(BigDecimal.TEN),
            Optional.empty(),
            stated(new BigDecimal("7.5")),
            Optional.empty(),
            Optional.empty());
    assertThat(verdict(row, Readings.NONE).says()).isEqualTo("0.5 cores left over; 0.4 should be.");
  }

  @ParameterizedTest
  @CsvSource({"24, true", "25, false"})
  void a_number_that_was_read_counts_for_a_day(int hours, boolean passes) {
    var verdict =
        verdict(
            row(BigDecimal.TWO, THERE, USED),
            new Readings(
                Map.of(
                    new Asked(Side.THERE, THERE), read("8", Duration.ofHours(hours)),
                    new Asked(Side.USED, USED), read("3", Duration.ZERO))));
    assertThat(verdict.passes()).isEqualTo(passes);
    assertThat(verdict.says())
        .isEqualTo(
            passes
                ? "3 cores left over; 0.4 should be."
                : "What is there was read at 2026-03-01T11:00:00Z, more than a day ago. Press Read now.");
  }

  @Test
  void what_could_not_be_read_fails_with_the_reason() {
    var nothing = new Reading(Optional.empty(), "connection refused", NOW, Actor.EVENKEEL);
    assertThat(
            verdict(
                    row(BigDecimal.TWO, THERE, USED),
                    new Readings(
                        Map.of(
                            new Asked(Side.THERE, THERE),
                            read("8", Duration.ZERO),
                            new Asked(Side.USED, USED),
                            nothing)))
                .says())
        .isEqualTo(
            "What is used could not be read at 2026-03-02T12:00:00Z: connection refused. Mend that and press Read now, or type the number in.");
    assertThat(verdict(row(BigDecimal.TWO, THERE, null), Readings.NONE).says())
        .isEqualTo("What is there has not been read yet. Press Read now.");
  }

  private static Reading read(String amount, Duration ago) {
    return new Reading(Optional.of(new BigDecimal(amount)), "", NOW.minus(ago), Actor.EVENKEEL);
  }

  private static Row row(
      BigDecimal needed, @Nullable MetricQuery there, @Nullable MetricQuery used) {
    return new Row(
        Resource.CPU,
        stated(needed),
        Optional.empty(),
        Optional.ofNullable(there),
        Optional.empty(),
        Optional.ofNullable(used),
        Optional.empty());
  }

  private static CapacityCheck.Verdict verdict(Row row, Readings readings) {
    return CapacityCheck.of(new CapacitySheet(List.of(row)), readings, NOW).verdicts().getFirst();
  }
}
