package dev.evenkeel.server.evidence.web;

import dev.evenkeel.server.audit.AuditQuery;
import dev.evenkeel.server.audit.AuditTrail;
import dev.evenkeel.server.audit.TrailRow;
import dev.evenkeel.server.evidence.EvidenceDesk;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was done to an upgrade, and its evidence to be taken away. */
@Controller
@Needs(Right.VIEW)
class HistoryPage {
  private static final int SHOWN = 50;

  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final AuditTrail trail;
  private final EvidenceDesk desk;

  HistoryPage(UpgradeBook book, UpgradeFrame frame, AuditTrail trail, EvidenceDesk desk) {
    this.book = book;
    this.frame = frame;
    this.trail = trail;
    this.desk = desk;
  }

  @GetMapping("/upgrades/{id}/history")
  String page(@PathVariable UpgradeId id, @RequestParam Optional<Long> before, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, "history", model);
    List<TrailRow> found =
        trail
            .find(
                AuditQuery.about("/upgrades/" + id).before(before.orElse(Long.MAX_VALUE)),
                SHOWN + 1)
            .stream()
            .map(TrailRow::of)
            .toList();
    List<TrailRow> rows = found.stream().limit(SHOWN).toList();
    model.addAttribute("rows", rows);
    model.addAttribute("paged", before.isPresent());
    model.addAttribute(
        "older", found.size() > SHOWN ? Optional.of(rows.getLast().seq()) : Optional.<Long>empty());
    model.addAttribute("others", desk.subjects(upgrade).stream().skip(1).toList());
    return "evidence/history";
  }
}
