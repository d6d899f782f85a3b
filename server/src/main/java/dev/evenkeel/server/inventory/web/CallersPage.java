package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.callers.CallComparison;
import dev.evenkeel.estate.callers.CallerRule;
import dev.evenkeel.estate.callers.Mark;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.callers.CallDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Who really calls whom: logs are taken, callers named, and calls become dependencies. */
@Controller
@RequestMapping("/estate/callers")
@Needs(Right.VIEW)
class CallersPage {
  private static final int ROWS = 200;
  private static final int STRANGERS = 50;

  private final CallDesk desk;
  private final EstateBook book;

  CallersPage(CallDesk desk, EstateBook book) {
    this.desk = desk;
    this.book = book;
  }

  @GetMapping
  String page(Model model) {
    return show(model);
  }

  private String show(Model model) {
    CallComparison all = desk.comparison();
    model.addAttribute("findings", desk.findings());
    model.addAttribute("links", all.links().stream().limit(ROWS).toList());
    model.addAttribute("linksFound", all.links().size());
    model.addAttribute("strangers", all.strangers().stream().limit(STRANGERS).toList());
    model.addAttribute("strangersFound", all.strangers().size());
    model.addAttribute("unnamed", all.unnamed().stream().limit(ROWS).toList());
    model.addAttribute("rules", desk.rules());
    model.addAttribute(
        "kinds",
        List.of(
            Mark.Kind.ADDRESS,
            Mark.Kind.HOST,
            Mark.Kind.AGENT,
            Mark.Kind.SERVICE,
            Mark.Kind.BACKEND));
    model.addAttribute(
        "systems", book.estate().all(EntryKind.SYSTEM).keySet().stream().limit(500).toList());
    return "inventory/callers";
  }

  /** Says what a log brings; takes it when that was asked. */
  @PostMapping
  @Needs(Right.ESTATE)
  String take(
      @RequestParam Optional<MultipartFile> file,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "false") boolean preview,
      Actor actor,
      Model model)
      throws IOException {
    try {
      MultipartFile given =
          file.filter(one -> !one.isEmpty())
              .orElseThrow(() -> new Refused(Refused.Kind.INVALID, "Choose a log first."));
      String name = AdvisoryRows.named(Optional.ofNullable(given.getOriginalFilename()).orElse(""));
      try (var in = given.getInputStream()) {
        model.addAttribute(
            "taken",
            desk.take(name, Optional.of(of.strip()).filter(s -> !s.isEmpty()), in, preview, actor));
      }
    } catch (Refused refused) {
      model.addAttribute("wrong", refused.getMessage());
    }
    return show(model);
  }

  @PostMapping("/rules")
  @Needs(Right.ESTATE)
  String say(
      @RequestParam Mark.Kind kind,
      @RequestParam String pattern,
      @RequestParam(defaultValue = "") String system,
      Actor actor) {
    desk.say(
        new CallerRule(kind, pattern, Optional.of(system.strip()).filter(s -> !s.isEmpty())),
        actor);
    return "redirect:/estate/callers";
  }

  @PostMapping("/rules/remove")
  @Needs(Right.ESTATE)
  String forget(@RequestParam Mark.Kind kind, @RequestParam String pattern, Actor actor) {
    desk.forget(kind, pattern, actor);
    return "redirect:/estate/callers";
  }

  @PostMapping("/learn")
  @Needs(Right.ESTATE)
  String learn(@RequestParam String caller, @RequestParam String callee, Actor actor) {
    desk.learn(caller, callee, actor);
    return "redirect:/estate/callers";
  }
}
