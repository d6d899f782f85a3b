package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.DecisionStore;
import dev.evenkeel.server.shared.EvidenceSource;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of an upgrade as it is now, and all decisions on it. What it was before stands in the
 * audit trail.
 */
@Component
class PlanEvidence implements EvidenceSource {
  private final UpgradeBook book;
  private final DecisionStore decisions;
  private final JsonMapper json;

  PlanEvidence(UpgradeBook book, DecisionStore decisions, JsonMapper json) {
    this.book = book;
    this.decisions = decisions;
    this.json = json;
  }

  @Override
  public List<Item> of(About upgrade) {
    UpgradeId id = new UpgradeId(upgrade.upgrade());
    return List.of(
        new Item("upgrade.json", pretty(book.get(id))),
        new Item("decisions.json", pretty(decisions.of(id))));
  }

  private String pretty(Object value) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  @Override
  public List<String> subjects(About upgrade) {
    return upgrade.systems().stream().map(system -> "/estate/systems/" + system).toList();
  }
}
