package dev.evenkeel.server.risk.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.estate.Demand;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C17, C18. */
@Tag("C17")
class DowntimeCostTest {

  @ParameterizedTest
  @CsvSource({
    "720000,        720, 60,  1000.00, 1000.00",
    "744,           744, 30,  1.00,    0.50",
    "100,           672, 0,   0.15,    0.00",
    "0,             720, 600, 0.00,    0.00",
    "1000000000000, 720, 10080, 1388888888.89, 233333333333.33",
    "0.01,          720, 60,  0.00,    0.00"
  })
  void subscriptions_are_spread_over_the_hours_of_the_month(
      BigDecimal revenue, int hours, int minutes, BigDecimal perHour, BigDecimal overWindow) {
    var cost = DowntimeCost.saas(revenue, hours, Duration.ofMinutes(minutes));
    assertThat(cost.perHour()).isEqualByComparingTo(perHour);
    assertThat(cost.overWindow()).isEqualByComparingTo(overWindow);
  }

  @ParameterizedTest
  @CsvSource({
    "40, 75,  120, 0,    0,   0,    60,  3600,  3600",
    "40, 75,  120, 1000, 0.5, 2000, 90,  13600, 20400",
    "0,  100, 120, 0,    0,   0,    60,  0,     0",
    "10, 0,   120, 10,   100, 5,    60,  50,    50"
  })
  void services_lose_billed_hours_and_customers(
      BigDecimal people,
      BigDecimal share,
      BigDecimal rate,
      BigDecimal customers,
      BigDecimal churn,
      BigDecimal value,
      int minutes,
      BigDecimal perHour,
      BigDecimal overWindow) {
    var cost =
        DowntimeCost.services(
            people, share, rate, customers, churn, value, Duration.ofMinutes(minutes));
    assertThat(cost.perHour()).isEqualByComparingTo(perHour);
    assertThat(cost.overWindow()).isEqualByComparingTo(overWindow);
  }

  /** A tenth of a weekday's demand at 02:00, nothing else before 23:00; Saturday only at 00:00. */
  private static Demand demand() {
    List<Double> weekday = new ArrayList<>(Collections.nCopies(24, 0.0));
    weekday.set(2, 1.0);
    weekday.set(23, 9.0);
    List<Double> saturday = new ArrayList<>(Collections.nCopies(24, 0.0));
    saturday.set(0, 4.0);
    return new Demand(weekday, saturday, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-03T02:00, 60,  100, 100",
    "2027-03-03T02:30, 60,  50,  50",
    "2027-03-03T01:00, 180, 100, 33.33",
    "2027-03-03T22:30, 30,  0,   0",
    "2027-03-05T23:00, 120, 1900, 950",
    "2027-03-07T00:00, 60,  1000, 1000",
    "2027-03-03T02:00, 0,   0,   100",
    "2027-03-01T00:00, 10080, 7000, 41.67"
  })
  void demand_counts_the_share_of_the_day_that_falls_into_the_window(
      LocalDateTime start, int minutes, BigDecimal overWindow, BigDecimal perHour) {
    var cost =
        DowntimeCost.byDemand(
            BigDecimal.valueOf(1000), demand(), start, Duration.ofMinutes(minutes));
    assertThat(cost.overWindow()).isEqualByComparingTo(overWindow);
    assertThat(cost.perHour()).isEqualByComparingTo(perHour);
  }

  @Test
  void a_day_without_demand_costs_nothing() {
    var none = new Demand(Collections.nCopies(24, 0.0), List.of(), List.of());
    assertThat(
            DowntimeCost.byDemand(
                    BigDecimal.TEN,
                    none,
                    LocalDateTime.parse("2027-03-03T02:00"),
                    Duration.ofHours(5))
                .overWindow())
        .isEqualByComparingTo("0");
  }

  @Test
  void what_cannot_be_is_refused() {
    BigDecimal minus = BigDecimal.valueOf(-1);
    BigDecimal one = BigDecimal.ONE;
    Duration hour = Duration.ofHours(1);
    assertThatThrownBy(() -> DowntimeCost.saas(minus, 720, hour))
        .hasMessageContaining("less than nothing");
    assertThatThrownBy(() -> DowntimeCost.saas(one, 745, hour)).hasMessageContaining("745");
    assertThatThrownBy(() -> DowntimeCost.saas(one, 720, hour.negated()))
        .hasMessageContaining("none");
    assertThatThrownBy(
            () -> DowntimeCost.services(one, BigDecimal.valueOf(101), one, one, one, one, hour))
        .hasMessageContaining("more than all");
    assertThatThrownBy(() ->
            DowntimeCost.byDemand(
                one, demand(), LocalDateTime.parse("2027-03-03T02:00"), Duration.ofDays(8)))
        .hasMessageContaining("longer than a week");
  }

  @ParameterizedTest
  @Tag("C18")
  @CsvSource({
    "1999.99, 2000, true",
    "2000, 2000, false",
    "2001, 2000, false",
    "0, 0, false",
    "0, 0.01, true"
  })
  void another_day_is_tested_only_while_it_costs_less_than_an_hour(
      BigDecimal day, BigDecimal hour, boolean another) {
    assertThat(new TestLonger(day, hour).another()).isEqualTo(another);
  }

  @Test
  @Tag("C18")
  void a_week_of_testing_has_five_days_and_nothing_costs_less_than_nothing() {
    assertThat(new TestLonger(BigDecimal.valueOf(1200), BigDecimal.ONE).testingWeek())
        .isEqualByComparingTo("6000");
    assertThatThrownBy(() -> new TestLonger(BigDecimal.valueOf(-1), BigDecimal.ONE))
        .hasMessageContaining("less than nothing");
  }
}
