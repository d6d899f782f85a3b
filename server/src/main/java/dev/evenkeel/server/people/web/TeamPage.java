package dev.evenkeel.server.people.web;

import dev.evenkeel.estate.Stakeholder.Engagement;
import dev.evenkeel.estate.Stakeholder.StakeholderClass;
import dev.evenkeel.server.people.Invitation;
import dev.evenkeel.server.people.KickOff;
import dev.evenkeel.server.people.KickOffLetters;
import dev.evenkeel.server.people.Letter;
import dev.evenkeel.server.people.Part;
import dev.evenkeel.server.people.Seat;
import dev.evenkeel.server.people.TeamBook;
import dev.evenkeel.server.people.TeamDesk;
import dev.evenkeel.server.people.TeamRole;
import dev.evenkeel.server.people.TeamState;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of an upgrade: what is missing first, then each part with its form. */
@Controller
@RequestMapping("/upgrades/{id}/people")
@Needs(Right.VIEW)
class TeamPage {
  private final TeamBook book;
  private final TeamDesk desk;
  private final PartForms forms;
  private final UpgradeFrame frame;
  private final PeopleBehind behind;
  private final ObjectProvider<KickOffLetters> letters;

  TeamPage(
      TeamBook book,
      TeamDesk desk,
      PartForms forms,
      UpgradeFrame frame,
      PeopleBehind behind,
      ObjectProvider<KickOffLetters> letters) {
    this.letters = letters;
    this.book = book;
    this.desk = desk;
    this.forms = forms;
    this.frame = frame;
    this.behind = behind;
  }

  @GetMapping
  String page(@PathVariable UpgradeId id, Actor actor, Model model) {
    return show(id, "", Typed.of(Map.of()), actor, model);
  }

  @PostMapping("/{part:stakeholders|team|duties|kick-off|escalation}")
  @Needs(Right.PLAN)
  String keep(
      @PathVariable UpgradeId id,
      @PathVariable String part,
      @RequestParam long version,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    if (keep(id, part(part), typed, version, actor)) {
      return "redirect:/upgrades/{id}/people#" + part;
    }
    response.setStatus(typed.status());
    return show(id, part, typed, actor, model);
  }

  private <T> boolean keep(UpgradeId id, Part<T> part, Typed typed, long version, Actor actor) {
    T sheet = forms.read(typed, id, part);
    return typed.keeps(() -> desk.keep(id, part, sheet, version, actor));
  }

  static Part<?> part(String path) {
    return Part.ALL.stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
  }

  @PostMapping("/chart")
  @Needs(Right.PLAN)
  String giveOut(
      @PathVariable UpgradeId id,
      @RequestParam String seen,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(Map.of());
    if (typed.keeps(() -> desk.giveOut(id, seen, actor))) {
      return "redirect:/upgrades/{id}/people#duties";
    }
    response.setStatus(typed.status());
    return show(id, "chart", typed, actor, model);
  }

  /** What somebody of the team says of himself. */
  @PostMapping("/answers")
  String answer(
      @PathVariable UpgradeId id,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return said(id, given, false, actor, response, model);
  }

  /** What somebody of the team said to whoever plans the upgrade. */
  @PostMapping("/told")
  @Needs(Right.PLAN)
  String told(
      @PathVariable UpgradeId id,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return said(id, given, true, actor, response, model);
  }

  private String said(
      UpgradeId id,
      Map<String, String> given,
      boolean mayTell,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Runnable keep = AnswerForm.of(typed, desk, id, mayTell, actor);
    if (typed.keeps(keep)) {
      return "redirect:/upgrades/{id}/people#answers";
    }
    response.setStatus(typed.status());
    return show(id, "answers", typed, actor, model);
  }

  /** Invites the team by e-mail; what changes from then on is told by itself. */
  @PostMapping("/kick-off/invitations")
  @Needs(Right.PLAN)
  String invite(
      @PathVariable UpgradeId id, Actor actor, HttpServletResponse response, Model model) {
    Typed typed = Typed.of(Map.of());
    if (typed.keeps(() -> letters.getObject().invite(id, actor))) {
      return "redirect:/upgrades/{id}/people#kick-off";
    }
    response.setStatus(typed.status());
    return show(id, "invitations", typed, actor, model);
  }

  /** The invitation, for calendars. */
  @GetMapping("/kick-off.ics")
  ResponseEntity<String> invitation(@PathVariable UpgradeId id) {
    TeamState state = book.of(id);
    Kept<KickOff> kept = book.sheet(id, Part.KICK_OFF);
    String text =
        Invitation.of(
                state.upgrade(),
                kept.sheet(),
                state.seats().stream().map(Seat::title).toList(),
                letters.getObject().uid(id),
                kept.at().orElse(state.upgrade().madeAt()))
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "The kick-off of upgrade %s has no day yet. Give it one.".formatted(id)));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("kick-off-%s.ics".formatted(id))
                .build()
                .toString())
        .body(text);
  }

  private String show(UpgradeId id, String tried, Typed typed, Actor actor, Model model) {
    TeamState state = book.of(id);
    frame.around(state.upgrade(), "people", model);
    Set<String> self = behind.of(actor);
    model.addAttribute("state", state);
    model.addAttribute("tried", tried);
    model.addAttribute("form", typed);
    model.addAttribute("self", self.size() == 1 ? self.iterator().next() : "");
    Map<String, Typed> all = new HashMap<>();
    Map<String, Long> versions = new HashMap<>();
    for (Part<?> part : Part.ALL) {
      Kept<?> kept = book.sheet(id, part);
      versions.put(part.path(), kept.version());
      all.put(
          part.path(),
          part.path().equals(tried)
              ? typed
              : Typed.filledWith(
                  part == Part.DUTIES
                      ? state.duties()
                      : part == Part.KICK_OFF && kept.version() == 0
                          ? usual()
                          : (Object) kept.sheet()));
    }
    model.addAttribute("forms", all);
    model.addAttribute("versions", versions);
    model.addAttribute("roles", TeamRole.values());
    model.addAttribute(
        "parts",
        Arrays.stream(TeamRole.values())
            .filter(role -> state.team().in(role).isPresent())
            .toList());
    model.addAttribute("letters", Letter.values());
    model.addAttribute("invited", letters.stream().flatMap(one -> one.of(id).stream()).toList());
    model.addAttribute("classes", StakeholderClass.values());
    model.addAttribute("levels", Engagement.values());
    model.addAttribute("people", book.people());
    return "people/people";
  }

  private static KickOff usual() {
    KickOff none = KickOff.EMPTY;
    return new KickOff(
        none.day(),
        none.time(),
        none.zone(),
        none.minutes(),
        none.place(),
        List.copyOf(KickOff.USUAL));
  }
}
