package dev.evenkeel.server.risk.reckon;

import java.time.LocalTime;
import java.util.Optional;

/**
 * The numbers from which the cost of downtime is computed, each with its source. Amounts of money
 * are in one currency.
 *
 * @param method by which formula; empty while nobody has chosen
 * @param monthlyRevenue SaaS: subscription revenue a month
 * @param people services: how many people cannot bill while it is away
 * @param billableShare services: percent of their hours that is billed
 * @param rate services: money for a billed hour
 * @param customersHit services: how many customers are hit
 * @param churnPercent services: percent of them that leave for every hour of downtime
 * @param customerValue services: what a customer brings
 * @param dailyRevenue demand: revenue on a day
 * @param system demand: whose profile is taken
 * @param windowStart demand: when the window begins, in the time zone of that system
 * @param testingDay what one more day of testing costs
 */
public record CostSheet(
    Optional<Method> method,
    String currency,
    Optional<Stated> monthlyRevenue,
    Optional<Stated> people,
    Optional<Stated> billableShare,
    Optional<Stated> rate,
    Optional<Stated> customersHit,
    Optional<Stated> churnPercent,
    Optional<Stated> customerValue,
    Optional<Stated> dailyRevenue,
    Optional<String> system,
    Optional<LocalTime> windowStart,
    Optional<Stated> testingDay) {

  /** How it is computed. */
  public enum Method {
    SAAS,
    SERVICES,
    DEMAND
  }

  public static final CostSheet EMPTY =
      new CostSheet(
          Optional.empty(),
          "EUR",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
