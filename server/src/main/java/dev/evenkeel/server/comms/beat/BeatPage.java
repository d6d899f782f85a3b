package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words of a run, and where the communicator writes the next one. */
@Controller
@Needs(Right.COMMUNICATE)
class BeatPage {
  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final BeatWords words;
  private final BeatDesk desk;
  private final AdoptionDesk adoption;

  BeatPage(
      UpgradeBook book, UpgradeFrame frame, BeatWords words, BeatDesk desk, AdoptionDesk adoption) {
    this.book = book;
    this.frame = frame;
    this.words = words;
    this.desk = desk;
    this.adoption = adoption;
  }

  @GetMapping("/upgrades/{id}/messages/live")
  @Needs(Right.VIEW)
  String page(@PathVariable UpgradeId id, Model model) {
    return show(id, Typed.of(Map.of()), model);
  }

  @PostMapping("/upgrades/{id}/messages/live")
  String say(
      @PathVariable UpgradeId id,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    if (typed.keeps(words.said(typed, id, actor))) {
      return "redirect:/upgrades/{id}/messages/live";
    }
    response.setStatus(typed.status());
    return show(id, typed, model);
  }

  private String show(UpgradeId id, Typed typed, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, "messages", model);
    Optional<RunReport> run = words.run(upgrade);
    model.addAttribute("form", typed);
    model.addAttribute("run", run);
    model.addAttribute("outside", run.isEmpty() && adoption.isUnderWay(id));
    model.addAttribute(
        "next", run.filter(RunReport::isUnderWay).map(one -> desk.next(one, upgrade)));
    model.addAttribute("live", desk.live(upgrade));
    model.addAttribute("ways", run.map(one -> desk.channels(one, upgrade)).orElse(List.of()));
    model.addAttribute("beats", run.map(one -> desk.of(one, upgrade)).orElse(List.of()));
    return "comms/live";
  }
}
