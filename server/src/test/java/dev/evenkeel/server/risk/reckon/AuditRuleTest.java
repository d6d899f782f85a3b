package dev.evenkeel.server.risk.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.plan.UpgradeClass;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C10")
class AuditRuleTest {
  private static final LocalDate GO_LIVE = LocalDate.parse("2027-03-31");
  private static final AuditRule.Length THREE = AuditRule.length(6, 0, UpgradeClass.MINOR);

  @ParameterizedTest
  @CsvSource({
    "0,     0,     PATCH,         2",
    "5,     0,     MINOR,         2",
    "6,     0,     MINOR,         3",
    "6,     1,     PATCH,         3",
    "6,     1,     MAJOR,         4",
    "21,    5,     MAJOR,         4",
    "21,    6,     MAJOR,         5",
    "500000, 100000, PLATFORM_SWAP, 5"
  })
  void takes_two_to_five_days_by_complexity(
      long dependencies, long customisations, UpgradeClass upgradeClass, int days) {
    assertThat(AuditRule.length(dependencies, customisations, upgradeClass).days()).isEqualTo(days);
  }

  @Test
  void less_than_nothing_is_refused() {
    assertThatThrownBy(() -> AuditRule.length(-1, 0, UpgradeClass.PATCH))
        .hasMessageContaining("less than nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-31, 2, 2027-03-16", // over by Wednesday the 17th
    "2027-03-29, 2, 2027-03-12", // over by Monday the 15th: Friday and Monday
    "2027-03-28, 1, 2027-03-12", // over by Sunday the 14th: Friday
    "2027-03-31, 5, 2027-03-11"
  })
  void begins_so_many_working_days_before_the_last_day(
      LocalDate goLive, int days, LocalDate start) {
    assertThat(AuditRule.lastStart(goLive, days)).isEqualTo(start);
    assertThat(AuditRule.workingDays(start, AuditRule.lastEnd(goLive))).isEqualTo(days);
  }

  private static AuditSheet planned(String first, String last) {
    return new AuditSheet(
        Optional.of("ann"),
        Optional.of(LocalDate.parse(first)),
        Optional.of(LocalDate.parse(last)),
        Optional.empty(),
        Optional.empty());
  }

  private static AuditState state(AuditSheet sheet, String today) {
    return AuditState.of(sheet, THREE, Optional.of(GO_LIVE), LocalDate.parse(today));
  }

  private static AuditSheet done(String day) {
    return new AuditSheet(
        Optional.of("ann"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse(day)),
        Optional.of("wiki"));
  }

  @Test
  void nothing_but_done_in_time_with_evidence_opens_the_gate() {
    assertThat(state(AuditSheet.EMPTY, "2027-01-01").gateOpen()).isFalse();
    assertThat(state(planned("2027-03-10", "2027-03-12"), "2027-01-01").gateOpen()).isFalse();
    assertThat(state(done("2027-03-17"), "2027-03-17").gateOpen()).isTrue();
    assertThat(state(done("2027-03-18"), "2027-03-18").gateOpen()).isFalse();
    assertThat(AuditState.of(done("2027-03-01"), THREE, Optional.empty(), GO_LIVE).missing())
        .singleElement()
        .asString()
        .contains("No day of go-live is set");
  }

  @Test
  void what_is_missing_or_late_is_said() {
    assertThat(state(AuditSheet.EMPTY, "2027-01-01").missing())
        .containsExactly(
            "Nobody answers for the audit. Name its owner.",
            "The audit is not planned. Set its first and its last day.");
    assertThat(state(AuditSheet.EMPTY, "2027-03-20").missing().getLast())
        .isEqualTo(
            "The audit can be over today at the earliest, later than 2027-03-17, 14 days before go-live. Go live on 2027-04-03 or later.");
    assertThat(state(planned("2027-03-17", "2027-03-18"), "2027-03-01").missing())
        .containsExactly(
            "The audit ends on 2027-03-18, later than 2027-03-17, 14 days before go-live. Go live on 2027-04-01 or later.",
            "2 working days are planned; 3 are needed. Begin earlier, or end later.",
            "The audit is planned until 2027-03-18 and not done yet. When it is, write down what it found.");
    assertThat(state(planned("2027-03-10", "2027-03-12"), "2027-03-13").missing())
        .containsExactly(
            "The audit should have been over on 2027-03-12 and is not. Do it, and write down what it found.");
  }
}
