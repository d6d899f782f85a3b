package dev.evenkeel.server.audit.web;

import dev.evenkeel.audit.Anchor;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.server.audit.AuditAnchors;
import dev.evenkeel.server.audit.AuditTrail;
import dev.evenkeel.server.audit.TrailRow;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The audit trail, to be read by people. */
@Controller
@Needs(Right.VIEW)
class AuditPage {
  private static final int SHOWN = 50;

  private final AuditTrail trail;
  private final AuditAnchors anchors;

  AuditPage(AuditTrail trail, AuditAnchors anchors) {
    this.trail = trail;
    this.anchors = anchors;
  }

  @GetMapping("/audit")
  String page(AuditSearch search, Model model, HttpServletResponse response) {
    List<Entry> found = List.of();
    try {
      found = trail.find(search.query(), SHOWN + 1);
    } catch (Refused refused) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("refusal", refused.getMessage());
    }
    boolean more = found.size() > SHOWN;
    List<TrailRow> rows = found.stream().limit(SHOWN).map(TrailRow::of).toList();
    model.addAttribute("search", SearchView.of(search));
    model.addAttribute("rows", rows);
    model.addAttribute("older", more ? Optional.of(rows.getLast().seq()) : Optional.<Long>empty());
    model.addAttribute("head", trail.head().map(Anchor::toString));
    model.addAttribute("rowsOfAll", trail.head().map(Anchor::seq).orElse(0L));
    model.addAttribute("wrong", anchors.trouble());
    return "audit/trail";
  }
}
