package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.EvidenceSource;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The record of an upgrade as it is now. What it was before stands in the audit trail. */
@Component
class PlanEvidence implements EvidenceSource {
  private final UpgradeBook book;
  private final JsonMapper json;

  PlanEvidence(UpgradeBook book, JsonMapper json) {
    this.book = book;
    this.json = json;
  }

  @Override
  public List<Item> of(About upgrade) {
    return List.of(
        new Item(
            "upgrade.json",
            json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(book.get(new UpgradeId(upgrade.upgrade())))));
  }

  @Override
  public List<String> subjects(About upgrade) {
    return upgrade.systems().stream().map(system -> "/estate/systems/" + system).toList();
  }
}
