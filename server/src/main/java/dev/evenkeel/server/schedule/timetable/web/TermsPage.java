package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
import dev.evenkeel.server.schedule.timetable.terms.TierOrder;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When and how an upgrade is to be done: the tab on its page. */
@Controller
@RequestMapping("/upgrades/{id}/schedule")
@Needs(Role.VIEWER)
class TermsPage {
  private final TermsDesk desk;
  private final UpgradeBook upgrades;
  private final UpgradeFrame frame;

  TermsPage(TermsDesk desk, UpgradeBook upgrades, UpgradeFrame frame) {
    this.desk = desk;
    this.upgrades = upgrades;
    this.frame = frame;
  }

  @GetMapping
  String page(@PathVariable UpgradeId id, Model model) {
    Planned planned = desk.get(id);
    return show(planned, planned.text(), planned.version(), "", model);
  }

  @PostMapping
  @Needs(Role.OPERATOR)
  String save(
      @PathVariable UpgradeId id,
      @RequestParam String text,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    try {
      desk.keep(id, text.replace("\r\n", "\n"), version, actor);
      return "redirect:/upgrades/%s/schedule".formatted(id);
    } catch (Refused refused) {
      response.setStatus(refused.kind() == Refused.Kind.INVALID ? 400 : 409);
      return show(desk.get(id), text, version, String.valueOf(refused.getMessage()), model);
    }
  }

  private String show(Planned planned, String text, long version, String wrong, Model model) {
    frame.around(planned.upgrade(), "schedule", model);
    model.addAttribute("planned", planned);
    model.addAttribute("plan", planned.plan());
    model.addAttribute("text", text);
    model.addAttribute("version", version);
    model.addAttribute("wrong", wrong);
    model.addAttribute("titles", titles(planned));
    model.addAttribute("parallel", ParallelRun.of(planned));
    return "schedule/terms";
  }

  private Map<UpgradeId, String> titles(Planned planned) {
    return upgrades.titles(
        Stream.concat(
                planned.plan().after().stream().map(After::upgrade).map(UpgradeId::new),
                planned.proposedOrder().stream().map(TierOrder.Before::before))
            .toList());
  }

  /** Takes over what is proposed of the order. */
  @PostMapping("/order")
  @Needs(Role.OPERATOR)
  String order(
      @PathVariable UpgradeId id,
      @RequestParam long before,
      @RequestParam long version,
      Actor actor) {
    desk.acceptOrder(id, new UpgradeId(before), version, actor);
    return "redirect:/upgrades/%s/schedule".formatted(id);
  }
}
