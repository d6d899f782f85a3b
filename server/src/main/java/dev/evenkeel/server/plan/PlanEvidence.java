package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.DecisionStore;
import dev.evenkeel.server.shared.EvidenceSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of an upgrade and its go-live checklist as they are now, and all decisions on it. What
 * they were before stands in the audit trail.
 */
@Component
class PlanEvidence implements EvidenceSource {
  private final UpgradeBook book;
  private final DecisionStore decisions;
  private final FactBook facts;
  private final JsonMapper json;

  PlanEvidence(UpgradeBook book, DecisionStore decisions, FactBook facts, JsonMapper json) {
    this.book = book;
    this.decisions = decisions;
    this.facts = facts;
    this.json = json;
  }

  @Override
  public List<Item> of(About upgrade) {
    UpgradeId id = new UpgradeId(upgrade.upgrade());
    return List.of(
        new Item("upgrade.json", pretty(book.get(id))),
        new Item("decisions.json", pretty(decisions.of(id))),
        new Item(
            "go-live.json",
            pretty(
                facts.checklist(book.get(id)).items().stream().map(PlanEvidence::item).toList())));
  }

  private static Map<String, Object> item(Checklist.Item item) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("item", item.gate().word());
    said.put("asks", item.gate().asks());
    said.put("yes", item.yes());
    said.put("says", item.says());
    said.put("byPerson", item.byPerson());
    item.by().ifPresent(by -> said.put("by", by.name()));
    item.at().ifPresent(at -> said.put("at", at));
    return said;
  }

  private String pretty(Object value) {
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  @Override
  public List<String> subjects(About upgrade) {
    return upgrade.systems().stream().map(system -> "/estate/systems/" + system).toList();
  }
}
