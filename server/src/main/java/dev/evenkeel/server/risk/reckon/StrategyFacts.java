package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.server.plan.UpgradeClass;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the advice is computed from.
 *
 * @param toleranceMinutes how long the business can bear the systems away
 * @param windowMinutes how long they are expected to be away
 * @param costPerHour of downtime
 * @param testingDay what a day of testing costs
 */
public record StrategyFacts(
    Surroundings surroundings,
    UpgradeClass upgradeClass,
    Optional<Long> toleranceMinutes,
    Optional<Integer> windowMinutes,
    Optional<BigDecimal> costPerHour,
    Optional<BigDecimal> testingDay,
    int highRisks) {

  /** From here on a system counts as tightly integrated. */
  static final int TIGHT = 10;

  /** The same, if it can be borne for that long. */
  public StrategyFacts bearing(Optional<Long> minutes) {
    return new StrategyFacts(
        surroundings, upgradeClass, minutes, windowMinutes, costPerHour, testingDay, highRisks);
  }

  boolean tight() {
    return surroundings.cycle() || surroundings.dependencies() >= TIGHT;
  }

  boolean lonely() {
    return surroundings.criticality() == Criticality.GREEN && surroundings.systemsHit() == 0;
  }

  /** One hour away costs more than a week of testing. */
  boolean dear() {
    return costPerHour.isPresent()
        && testingDay
            .filter(day ->
                costPerHour.get().compareTo(day.multiply(BigDecimal.valueOf(TestLonger.WEEK))) > 0)
            .isPresent();
  }

  /** Each in words, to say which of them changed. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("criticality", surroundings.criticality().name().toLowerCase(java.util.Locale.ROOT));
    words.put("class", upgradeClass.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    words.put("dependencies", Long.toString(surroundings.dependencies()));
    words.put("systems hit", Long.toString(surroundings.systemsHit()));
    words.put("cycle", surroundings.cycle() ? "yes" : "no");
    words.put("expert known", surroundings.experts() ? "yes" : "no");
    words.put("holds data", surroundings.holdsData() ? "yes" : "no");
    words.put("tolerance in minutes", toleranceMinutes.map(Object::toString).orElse("not known"));
    words.put("minutes away", windowMinutes.map(Object::toString).orElse("not known"));
    words.put("cost of an hour", costPerHour.map(BigDecimal::toPlainString).orElse("not known"));
    words.put(
        "cost of a day of testing", testingDay.map(BigDecimal::toPlainString).orElse("not known"));
    words.put("high risks open", Integer.toString(highRisks));
    return words;
  }
}
