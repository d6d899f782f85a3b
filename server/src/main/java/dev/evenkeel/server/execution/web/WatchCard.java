package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.web.RunView.VerdictView;
import java.util.Optional;

/**
 * A watch rule as the page shows it.
 *
 * @param about what is judged, in words
 * @param verdict the newest; empty before the first
 * @param numbers those of the verdict, with their unit
 */
public record WatchCard(
    String rule, String about, Optional<VerdictView> verdict, Numbers numbers, Chart chart) {

  /** As text; empty where there is none. */
  public record Numbers(String observed, String baseline, String limit, String evidence) {}
}
