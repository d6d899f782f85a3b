package dev.evenkeel.server.comms.plan.web;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.plan.Basis;
import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of messages of an upgrade. */
@Controller
@RequestMapping("/upgrades/{id}/messages")
@Needs(Right.COMMUNICATE)
class MessagesPage {
  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final MessageDesk desk;
  private final MessageViews views;
  private final ChannelBook channels;

  MessagesPage(
      UpgradeBook book,
      UpgradeFrame frame,
      MessageDesk desk,
      MessageViews views,
      ChannelBook channels) {
    this.book = book;
    this.frame = frame;
    this.desk = desk;
    this.views = views;
    this.channels = channels;
  }

  @GetMapping
  @Needs(Right.VIEW)
  String page(@PathVariable UpgradeId id, Model model) {
    return show(id, Typed.of(Map.of()), "", model);
  }

  /** What holds for all of them. */
  @PostMapping
  String terms(
      @PathVariable UpgradeId id,
      @RequestParam long seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    var terms = PlanForms.terms(typed);
    return done(
        id, typed, "terms", () -> desk.keep(id, terms.orElseThrow(), seen, actor), response, model);
  }

  @PostMapping("/approve")
  String approveAll(
      @PathVariable UpgradeId id,
      @RequestParam long seen,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(Map.of());
    return done(id, typed, "", () -> desk.approveAll(id, seen, actor), response, model);
  }

  @PostMapping("/give")
  String give(
      @PathVariable UpgradeId id,
      @RequestParam long seen,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(Map.of());
    return done(id, typed, "", () -> desk.give(id, seen, actor), response, model);
  }

  /** Edits a message, or adds one with the number 0. */
  @PostMapping("/{number}")
  String edit(
      @PathVariable UpgradeId id,
      @PathVariable int number,
      @RequestParam long seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    var planned = PlanForms.planned(typed, number, actor.name());
    return done(
        id,
        typed,
        "m" + number,
        () -> desk.keep(id, planned.orElseThrow(), seen, actor),
        response,
        model);
  }

  @PostMapping("/{number}/{decision:approve|skip|send}")
  String decide(
      @PathVariable UpgradeId id,
      @PathVariable int number,
      @PathVariable String decision,
      @RequestParam long seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Runnable todo = Decisions.of(typed, decision, desk, id, number, seen, this::run, actor);
    return done(id, typed, "m" + number, todo, response, model);
  }

  private java.util.Optional<dev.evenkeel.server.execution.RunReport> run(UpgradeId id) {
    return views.run(book.get(id));
  }

  private String done(
      UpgradeId id,
      Typed typed,
      String tried,
      Runnable todo,
      HttpServletResponse response,
      Model model) {
    if (typed.keeps(todo)) {
      return "redirect:/upgrades/%s/messages%s"
          .formatted(id, tried.matches("m[1-9]\\d*") ? "#" + tried : "");
    }
    response.setStatus(typed.status());
    return show(id, typed, tried, model);
  }

  private String show(UpgradeId id, Typed typed, String tried, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, "messages", model);
    MessageViews.Sheet sheet = views.of(upgrade);
    model.addAttribute("sheet", sheet);
    model.addAttribute("form", typed);
    model.addAttribute("tried", tried);
    model.addAttribute("practice", desk.isPractice(upgrade.id()));
    model.addAttribute(
        "terms", tried.equals("terms") ? typed : Typed.of(PlanForms.filled(sheet.plan().terms())));
    Map<String, Typed> forms = new HashMap<>();
    sheet
        .sections()
        .forEach(section ->
            section
                .rows()
                .forEach(row -> {
                  Map<String, String> fields = new HashMap<>(row.fields());
                  fields.put("wording", row.wording());
                  forms.put("m" + row.message().number(), Typed.of(fields));
                }));
    forms.put("m0", Typed.of(Map.of("language", "en", "detail", "users")));
    if (tried.startsWith("m") && typed.has("occasion")) {
      forms.put(tried, typed);
    }
    model.addAttribute("forms", forms);
    model.addAttribute("channels", channels.all().stream().map(Channel::name).toList());
    model.addAttribute("occasions", Occasion.values());
    model.addAttribute("bases", Basis.values());
    model.addAttribute("details", AudienceClass.values());
    model.addAttribute("languages", Language.values());
    return "comms/messages";
  }
}
