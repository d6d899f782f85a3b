package dev.evenkeel.server.people;

import dev.evenkeel.server.people.store.AnswerStore;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.shared.EvidenceSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was written down of the people of an upgrade, with all it ever was, and what they said. */
@Component
class PeopleEvidence implements EvidenceSource {
  private final SheetBook sheets;
  private final AnswerStore answers;
  private final JsonMapper json;

  PeopleEvidence(SheetBook sheets, AnswerStore answers, JsonMapper json) {
    this.sheets = sheets;
    this.answers = answers;
    this.json = json;
  }

  @Override
  public List<Item> of(About upgrade) {
    UpgradeId id = new UpgradeId(upgrade.upgrade());
    List<Item> items = new ArrayList<>();
    for (Part<?> part : Part.ALL) {
      List<?> history = sheets.history(id, part.kind());
      if (!history.isEmpty()) {
        items.add(item("people/%s.json".formatted(part.path()), history));
      }
    }
    List<Answer> said = answers.of(id);
    if (!said.isEmpty()) {
      items.add(item("people/said.json", said));
    }
    return items;
  }

  private Item item(String path, Object value) {
    return new Item(path, json.writerWithDefaultPrettyPrinter().writeValueAsString(value));
  }
}
