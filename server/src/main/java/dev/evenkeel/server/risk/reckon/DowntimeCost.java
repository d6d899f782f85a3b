package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.estate.Demand;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * What it costs while a system is away. Money in, money out, in the currency of the numbers;
 * computed with 20 digits and rounded to cents at the end. Negative numbers are refused.
 *
 * @param perHour of the hours that are meant: of the window where demand decides, otherwise any
 * @param overWindow of the whole expected window
 * @param calculation in words, with the numbers
 */
public record DowntimeCost(BigDecimal perHour, BigDecimal overWindow, String calculation) {
  private static final MathContext DIGITS = new MathContext(20);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
  private static final int CENTS = 2;

  /**
   * SaaS: subscription revenue of a month ÷ hours of the month × window.
   *
   * @param monthlyRevenue 0 or more
   * @param hoursInMonth 672 to 744, the hours of the month of go-live
   * @param window 0 or longer
   */
  public static DowntimeCost saas(BigDecimal monthlyRevenue, int hoursInMonth, Duration window) {
    positive(monthlyRevenue);
    if (hoursInMonth < 672 || hoursInMonth > 744) {
      throw new IllegalArgumentException("No month has %d hours".formatted(hoursInMonth));
    }
    return of(
        monthlyRevenue.divide(BigDecimal.valueOf(hoursInMonth), DIGITS),
        window,
        "%s a month ÷ %d hours".formatted(text(monthlyRevenue), hoursInMonth));
  }

  /**
   * Service business: billable hours lost × rate, and the customers that leave × what they bring.
   *
   * @param people who cannot bill, 0 or more
   * @param billableShare percent of their hours that is billed, 0 to 100
   * @param rate for a billed hour, 0 or more
   * @param customersHit 0 or more
   * @param churnPercent percent of them that leave for every hour, 0 to 100
   * @param customerValue what a customer brings, 0 or more
   */
  public static DowntimeCost services(
      BigDecimal people,
      BigDecimal billableShare,
      BigDecimal rate,
      BigDecimal customersHit,
      BigDecimal churnPercent,
      BigDecimal customerValue,
      Duration window) {
    List.of(people, rate, customersHit, customerValue).forEach(DowntimeCost::positive);
    BigDecimal hours = people.multiply(percent(billableShare), DIGITS);
    BigDecimal leaving = customersHit.multiply(percent(churnPercent), DIGITS);
    return of(
        hours.multiply(rate, DIGITS).add(leaving.multiply(customerValue, DIGITS), DIGITS),
        window,
        "%s people × %s %% × %s an hour".formatted(text(people), text(billableShare), text(rate))
            + (leaving.signum() == 0
                ? ""
                : " + %s customers × %s %% leaving × %s"
                    .formatted(text(customersHit), text(churnPercent), text(customerValue))));
  }

  /**
   * By demand: the share of the day's demand that falls into the window × revenue of a day. A
   * window over midnight takes each hour as a share of its own day; a part of an hour counts as
   * that part.
   *
   * @param dailyRevenue 0 or more
   * @param demand with 24 numbers for weekdays; Saturday as weekdays, Sunday as Saturday when empty
   * @param start in the time zone of the system
   * @param window 0 to 7 days
   */
  public static DowntimeCost byDemand(
      BigDecimal dailyRevenue, Demand demand, LocalDateTime start, Duration window) {
    positive(dailyRevenue);
    if (window.compareTo(Duration.ofDays(7)) > 0) {
      throw new IllegalArgumentException("A window of %s is longer than a week".formatted(window));
    }
    BigDecimal share = BigDecimal.valueOf(share(demand, start, notNegative(window)));
    BigDecimal overWindow = dailyRevenue.multiply(share, DIGITS);
    BigDecimal perHour =
        window.isZero()
            ? dailyRevenue.multiply(
                BigDecimal.valueOf(share(demand, start, Duration.ofHours(1))), DIGITS)
            : overWindow.multiply(MINUTES).divide(BigDecimal.valueOf(window.toMinutes()), DIGITS);
    return new DowntimeCost(
        cents(perHour),
        cents(overWindow),
        "%s a day × %s %% of the day's demand in the window from %s"
            .formatted(
                text(dailyRevenue),
                share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP).toPlainString(),
                start.toString().replace('T', ' ')));
  }

  /** 1.0 is the demand of a whole day. */
  private static double share(Demand demand, LocalDateTime start, Duration window) {
    double share = 0;
    LocalDateTime at = start;
    LocalDateTime end = start.plus(window);
    while (at.isBefore(end)) {
      LocalDateTime next = at.toLocalDate().atTime(LocalTime.of(at.getHour(), 0)).plusHours(1);
      LocalDateTime until = next.isBefore(end) ? next : end;
      List<Double> day = hours(demand, at.getDayOfWeek());
      double whole = day.stream().mapToDouble(Double::doubleValue).sum();
      if (whole > 0) {
        share += day.get(at.getHour()) / whole * (Duration.between(at, until).toSeconds() / 3600.0);
      }
      at = until;
    }
    return share;
  }

  private static List<Double> hours(Demand demand, DayOfWeek day) {
    List<Double> saturday = demand.saturday().isEmpty() ? demand.weekdays() : demand.saturday();
    return switch (day) {
      case SATURDAY -> saturday;
      case SUNDAY -> demand.sunday().isEmpty() ? saturday : demand.sunday();
      default -> demand.weekdays();
    };
  }

  private static DowntimeCost of(BigDecimal perHour, Duration window, String calculation) {
    BigDecimal hours = BigDecimal.valueOf(notNegative(window).toMinutes()).divide(MINUTES, DIGITS);
    return new DowntimeCost(cents(perHour), cents(perHour.multiply(hours, DIGITS)), calculation);
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(CENTS, RoundingMode.HALF_UP);
  }

  private static BigDecimal percent(BigDecimal percent) {
    positive(percent);
    if (percent.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("%s %% is more than all".formatted(percent));
    }
    return percent.divide(HUNDRED, DIGITS);
  }

  private static void positive(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("%s is less than nothing".formatted(amount));
    }
  }

  private static Duration notNegative(Duration window) {
    if (window.isNegative()) {
      throw new IllegalArgumentException("A window of %s is none".formatted(window));
    }
    return window;
  }

  private static String text(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
