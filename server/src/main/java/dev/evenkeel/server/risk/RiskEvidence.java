package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.EvidenceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The register of risks of an upgrade and its sheets, with all they ever were. */
@Component
class RiskEvidence implements EvidenceSource {
  private final RiskRegister register;
  private final SheetBook sheets;
  private final JsonMapper json;

  RiskEvidence(RiskRegister register, SheetBook sheets, JsonMapper json) {
    this.register = register;
    this.sheets = sheets;
    this.json = json;
  }

  private record Risk(Finding risk, List<FindingNote> history) {}

  @Override
  public List<Item> of(About upgrade) {
    UpgradeId id = new UpgradeId(upgrade.upgrade());
    List<Item> items = new ArrayList<>();
    items.add(
        item(
            "risks.json",
            register.of(id).stream()
                .map(risk -> new Risk(risk, register.history(risk.id())))
                .toList()));
    Stream.of(
            SheetKind.AUDIT,
            SheetKind.COST,
            SheetKind.STOCKTAKE,
            SheetKind.ANSWERS,
            SheetKind.CAPACITY,
            SheetKind.STRATEGY,
            SheetKind.ROLLOUT)
        .forEach(kind -> {
          List<?> history = sheets.history(id, kind);
          if (!history.isEmpty()) {
            items.add(
                item("sheets/%s.json".formatted(kind.name().toLowerCase(Locale.ROOT)), history));
          }
        });
    return items;
  }

  private Item item(String path, Object value) {
    return new Item(path, json.writerWithDefaultPrettyPrinter().writeValueAsString(value));
  }
}
