package dev.evenkeel.server.comms.remind;

import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.remind.ReminderStore.Kept;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How somebody is reminded of their own tasks. */
@Controller
@RequestMapping(ReminderDesk.PATH)
@Needs(Right.VIEW)
class ReminderPage {
  private final ReminderDesk desk;
  private final PeopleBehind behind;

  ReminderPage(ReminderDesk desk, PeopleBehind behind) {
    this.desk = desk;
    this.behind = behind;
  }

  @GetMapping
  String page(Actor actor, Model model) {
    String person = person(actor, behind);
    return show(person, Typed.of(ReminderForm.texts(desk.terms(person).terms())), model);
  }

  @PostMapping
  String keep(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    String person = person(actor, behind);
    Typed typed = Typed.of(given);
    ReminderTerms terms = ReminderForm.read(typed);
    long seen = IfMatch.version(Optional.of(typed.text("version")));
    if (typed.keeps(() -> desk.keep(person, terms, seen, actor))) {
      return "redirect:" + ReminderDesk.PATH;
    }
    response.setStatus(typed.status());
    return show(person, typed, model);
  }

  private String show(String person, Typed typed, Model model) {
    Kept kept = desk.terms(person);
    model.addAttribute("form", typed);
    model.addAttribute("version", kept.version());
    model.addAttribute("modes", ReminderTerms.Mode.values());
    model.addAttribute("languages", Language.values());
    model.addAttribute("way", desk.of(person));
    model.addAttribute(
        "zone",
        desk.person(person)
            .flatMap(dev.evenkeel.estate.Person::timeZone)
            .map(ZoneId::getId)
            .orElse("UTC"));
    model.addAttribute("unreached", desk.unreached());
    return "tasks/reminders";
  }

  /**
   * The one person who asks, by themselves or by a token of theirs.
   *
   * @throws Refused when it is nobody
   */
  static String person(Actor actor, PeopleBehind behind) {
    Set<String> people = behind.of(actor);
    if (people.size() != 1) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "Reminders are those of a person, and nobody stands behind %s. Sign in, or use a token that a person issued."
              .formatted(actor.name()));
    }
    return people.iterator().next();
  }
}
