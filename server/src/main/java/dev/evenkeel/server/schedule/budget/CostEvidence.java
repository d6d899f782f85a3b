package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.EvidenceSource;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who approved which costs of an upgrade, and took that back. */
@Component
class CostEvidence implements EvidenceSource {
  private final CostDesk costs;
  private final JsonMapper json;

  CostEvidence(CostDesk costs, JsonMapper json) {
    this.costs = costs;
    this.json = json;
  }

  /** The text of the costs is exactly what was signed. */
  private record Decision(
      int number, String verdict, String digest, String costs, String note, String by, String at) {}

  @Override
  public List<Item> of(About upgrade) {
    List<Decision> decisions =
        costs.history(new UpgradeId(upgrade.upgrade())).stream()
            .map(one ->
                new Decision(
                    one.number(),
                    one.verdict().name(),
                    one.digest(),
                    one.costs().text(),
                    one.note().orElse(""),
                    one.by().name(),
                    one.at().toString()))
            .toList();
    return decisions.isEmpty()
        ? List.of()
        : List.of(
            new Item(
                "costs.json", json.writerWithDefaultPrettyPrinter().writeValueAsString(decisions)));
  }
}
