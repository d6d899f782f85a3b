package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.form.PlanSheet;
import dev.evenkeel.server.schedule.timetable.form.PlanText;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import dev.evenkeel.server.schedule.timetable.terms.TermsReader;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * When and how an upgrade is to be done: the tab on its page. Filled in field by field, or written
 * as text; both become the same text.
 */
@Controller
@RequestMapping("/upgrades/{id}/schedule")
@Needs(Right.VIEW)
class TermsPage {
  private static final String TEXT = "text";
  private static final String BACK = "redirect:/upgrades/%s/schedule";

  private final TermsDesk desk;
  private final TermsLook look;

  TermsPage(TermsDesk desk, TermsLook look) {
    this.desk = desk;
    this.look = look;
  }

  @GetMapping
  String page(@PathVariable UpgradeId id, @RequestParam(defaultValue = "") String as, Model model) {
    Planned planned = desk.get(id);
    Optional<PlanSheet> sheet = TermsLook.sheet(planned.text());
    model.addAttribute("version", planned.version());
    if (as.equals(TEXT) || sheet.isEmpty()) {
      return text(id, planned.text(), "", model);
    }
    look.form(id, sheet.get(), "", false, model);
    return "schedule/terms";
  }

  private String text(UpgradeId id, String text, String wrong, Model model) {
    look.answer(desk.tried(id, TermsReader.read(text).terms().orElse(ScheduleTerms.NONE)), model);
    model.addAttribute("text", text);
    model.addAttribute("wrong", wrong);
    return "schedule/terms-text";
  }

  /**
   * @param over the version that may be overwritten though it was not seen, as a person decided
   */
  @PostMapping
  @Needs(Right.PLAN)
  String save(
      @PathVariable UpgradeId id,
      @RequestParam long version,
      @RequestParam Optional<Long> over,
      @RequestParam Map<String, String> typed,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("version", version);
    String written = typed.get(TEXT);
    if (written != null) {
      String text = written.replace("\r\n", "\n");
      return kept(id, text, over.orElse(version), actor, model)
          .map(refused -> text(id, text, says(refused, response), model))
          .orElse(BACK.formatted(id) + "?as=text");
    }
    PlanSheet sheet = look.numbers(id, PlanSheet.typed(typed));
    if (!look.wrong(id, sheet).isEmpty()) {
      response.setStatus(400);
      look.form(id, sheet, "", true, model);
      return "schedule/terms";
    }
    Optional<Refused> refused = kept(id, text(id, sheet), over.orElse(version), actor, model);
    if (refused.isPresent()) {
      model.addAttribute("wrong", says(refused.get(), response));
      look.form(id, sheet, "", true, model);
      return "schedule/terms";
    }
    return BACK.formatted(id);
  }

  private Optional<Refused> kept(
      UpgradeId id, String text, long version, Actor actor, Model model) {
    try {
      desk.keep(id, text, version, actor);
      return Optional.empty();
    } catch (Refused refused) {
      if (refused.kind() == Refused.Kind.STALE) {
        since(id, version, model);
      }
      return Optional.of(refused);
    }
  }

  private static String says(Refused refused, HttpServletResponse response) {
    response.setStatus(refused.kind() == Refused.Kind.INVALID ? 400 : 409);
    return String.valueOf(refused.getMessage());
  }

  /** The text that was there stays as it is, with its comments, where the form says the same. */
  private String text(UpgradeId id, PlanSheet sheet) {
    String kept = desk.get(id).text();
    return TermsLook.sheet(kept).filter(sheet::equals).isPresent()
        ? kept
        : PlanText.of(sheet.read().written());
  }

  /** Tells what somebody else has changed since a version was read. */
  private void since(UpgradeId id, long seen, Model model) {
    Planned now = desk.get(id);
    if (now.version() != seen) {
      model.addAttribute("newer", now);
      model.addAttribute("others", look.others(id, seen));
    }
  }

  /** What the plan comes to as it is typed, and what is to be said beside its fields. */
  @PostMapping("/typed")
  @Needs(Right.PLAN)
  String typed(
      @PathVariable UpgradeId id,
      @RequestParam long version,
      @RequestParam Map<String, String> typed,
      Model model) {
    since(id, version, model);
    model.addAttribute("version", version);
    look.form(id, look.numbers(id, PlanSheet.typed(typed)), "", false, model);
    return "schedule/terms-live";
  }

  /**
   * Adds and takes away parts of the form, or shows it as text; nothing is kept yet.
   *
   * @param change what is to be done
   */
  @PostMapping("/change")
  @Needs(Right.PLAN)
  String change(
      @PathVariable UpgradeId id,
      @RequestParam long version,
      @RequestParam String change,
      @RequestParam Map<String, String> typed,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("version", version);
    if (change.equals("as-form")) {
      String text = typed.getOrDefault(TEXT, "").replace("\r\n", "\n");
      TermsReader.Reading reading = TermsReader.read(text);
      if (reading.written().isEmpty()) {
        return text(id, text, String.join("\n", reading.wrong()), model);
      }
      look.form(id, PlanSheet.of(reading.written().get()), "", false, model);
      return "schedule/terms";
    }
    PlanSheet sheet = look.numbers(id, PlanSheet.typed(typed));
    if (change.equals("as-text")) {
      return text(id, text(id, sheet), "", model);
    }
    PlanChange changed = PlanChange.of(sheet, change, desk.get(id).proposedOrder());
    look.form(id, changed.sheet(), changed.focus(), false, model);
    response.setHeader("HX-Trigger-After-Settle", "plan-changed");
    return inPlace ? "schedule/terms :: fields" : "schedule/terms";
  }

  /** Where one lands who loads a page again that was made of what was typed. */
  @GetMapping("/change")
  String changed(@PathVariable UpgradeId id) {
    return BACK.formatted(id);
  }

  /** Takes over what is proposed of the order. */
  @PostMapping("/order")
  @Needs(Right.PLAN)
  String order(
      @PathVariable UpgradeId id,
      @RequestParam long before,
      @RequestParam long version,
      Actor actor) {
    desk.acceptOrder(id, new UpgradeId(before), version, actor);
    return BACK.formatted(id);
  }
}
