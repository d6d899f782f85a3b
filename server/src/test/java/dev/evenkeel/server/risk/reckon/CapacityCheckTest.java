package dev.evenkeel.server.risk.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.risk.reckon.CapacitySheet.Resource;
import dev.evenkeel.server.risk.reckon.CapacitySheet.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C21")
class CapacityCheckTest {
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
    var check =
        CapacityCheck.of(
            new CapacitySheet(
                List.of(
                    new Row(
                        Resource.DISK,
                        stated(needed),
                        stated(there),
                        Optional.ofNullable(spare)))));
    var verdict = check.verdicts().get(Resource.DISK.ordinal());
    assertThat(verdict.passes()).isEqualTo(passes);
    assertThat(verdict.headroom().orElseThrow()).isEqualByComparingTo(headroom);
    assertThat(check.passes()).as("the others are not known").isFalse();
  }

  @Test
  void what_is_not_known_fails_and_says_what_is_missing() {
    assertThat(CapacityCheck.of(CapacitySheet.EMPTY).verdicts())
        .hasSize(3)
        .allSatisfy(
            verdict -> assertThat(verdict.says()).contains("what is needed and what is there"));
    var half =
        CapacityCheck.of(
            new CapacitySheet(
                List.of(
                    new Row(
                        Resource.CPU,
                        stated(BigDecimal.ONE),
                        Optional.empty(),
                        Optional.empty()))));
    assertThat(half.verdicts().getFirst().says()).contains("Nobody has said what is there.");
  }
}
