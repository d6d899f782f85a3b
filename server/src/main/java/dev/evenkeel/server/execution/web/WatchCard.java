package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.web.RunView.VerdictView;
import java.util.Optional;

/**
 * A watch rule, or a metric that is compared, as the page shows it.
 *
 * @param about what is judged, in words
 * @param verdict the newest; empty before the first
 * @param numbers those of the verdict, with their unit
 * @param chart of a rule
 * @param trend of a metric that is compared
 */
public record WatchCard(
    String rule,
    String about,
    Optional<VerdictView> verdict,
    Numbers numbers,
    Optional<Chart> chart,
    Optional<Trendline> trend) {

  /** As text; empty where there is none. */
  public record Numbers(String observed, String baseline, String limit, String evidence) {}

  public boolean compared() {
    return trend.isPresent();
  }

  /** Whether there is nothing to draw yet. */
  public boolean empty() {
    return chart.map(Chart::empty).orElse(true) && trend.map(Trendline::empty).orElse(true);
  }
}
