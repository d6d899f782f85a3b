package dev.evenkeel.server.schedule.budget.money;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Phase;
import dev.evenkeel.server.shared.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an approval signs: these costs, out of this budget. In which order they were written is
 * nothing, nor is what phases are called; all else is.
 *
 * @param phases when those of the costs happen, where that was said
 */
public record SignedCosts(
    Optional<String> budget,
    String currency,
    List<Cost> costs,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Phase> phases) {
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
    Set<Integer> used = costs.stream().map(Cost::phase).collect(Collectors.toSet());
    phases =
        Optional.ofNullable(phases).orElse(List.of()).stream()
            .filter(one -> used.contains(one.phase()))
            .sorted(Comparator.comparingInt(Phase::phase))
            .map(one ->
                new Phase(
                    one.phase(), Optional.empty(), one.when(), one.days(), one.from(), one.to()))
            .toList();
  }

  public SignedCosts(Optional<String> budget, String currency, List<Cost> costs) {
    this(budget, currency, costs, List.of());
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
