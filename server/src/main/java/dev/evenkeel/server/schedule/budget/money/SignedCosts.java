package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.shared.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an approval signs: these costs, out of this budget. In which order they were written is
 * nothing; all else is.
 */
public record SignedCosts(Optional<String> budget, String currency, List<Cost> costs) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public SignedCosts {
    costs =
        costs.stream()
            .filter(cost -> cost.amount() > 0)
            .sorted(
                Comparator.comparingInt(Cost::phase)
                    .thenComparing(Cost::kind)
                    .thenComparing(Comparator.comparingLong(Cost::amount).reversed())
                    .thenComparing(cost -> cost.what().orElse("")))
            .toList();
  }

  public static SignedCosts read(String text) {
    return JSON.readValue(text, SignedCosts.class);
  }

  /** What is signed, character by character. */
  public String text() {
    return JSON.writeValueAsString(this);
  }

  public String digest() {
    return Sha256.hexOf(text());
  }

  public long total() {
    return costs.stream().mapToLong(Cost::amount).sum();
  }

  public boolean isNothing() {
    return costs.isEmpty();
  }
}
