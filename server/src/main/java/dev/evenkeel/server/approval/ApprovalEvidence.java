package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.approval.store.BoardStore;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.EvidenceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for, with the text that was signed, and what everybody did with it. */
@Component
class ApprovalEvidence implements EvidenceSource {
  private final ApprovalStore store;
  private final BoardStore board;
  private final JsonMapper json;

  ApprovalEvidence(ApprovalStore store, BoardStore board, JsonMapper json) {
    this.store = store;
    this.board = board;
    this.json = json;
  }

  @Override
  public List<Item> of(About upgrade) {
    List<Item> items = new ArrayList<>();
    for (Request request : store.of(new UpgradeId(upgrade.upgrade()))) {
      String folder = "approvals/%d/".formatted(request.id());
      items.add(new Item(folder + "content.txt", request.content().canonical()));
      items.add(
          new Item(
              folder + "approval.json",
              json.writerWithDefaultPrettyPrinter()
                  .writeValueAsString(
                      Map.of(
                          "kind", request.kind().word(),
                          "quorum", request.quorum().text(),
                          "digest", request.content().digest(),
                          "from", request.from().toString(),
                          "until", request.until().toString(),
                          "why", request.why(),
                          "waiver", request.waiver().orElse(""),
                          "by", request.by().name(),
                          "at", request.at().toString(),
                          "steps", store.steps(request.id())))));
      List<Meeting> met = board.of(request.id());
      if (!met.isEmpty()) {
        items.add(
            new Item(
                folder + "board.json",
                json.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(
                        met.stream()
                            .map(meeting ->
                                Map.of(
                                    "meeting",
                                    meeting,
                                    "agenda",
                                    board.agenda(meeting.id()).stream()
                                        .filter(item -> item.request() == request.id())
                                        .toList()))
                            .toList())));
      }
    }
    return items;
  }
}
