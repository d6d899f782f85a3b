package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.Agenda;
import dev.evenkeel.server.approval.ApprovalBook;
import dev.evenkeel.server.approval.BoardDesk;
import dev.evenkeel.server.approval.Meeting;
import dev.evenkeel.server.approval.MeetingTerms;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agenda of the board, its meetings, and their minutes. */
@Controller
@RequestMapping("/approvals")
@Needs(Right.VIEW)
class BoardPage {
  private final BoardDesk board;
  private final Agenda agenda;
  private final ApprovalBook book;
  private final UpgradeBook upgrades;
  private final ApprovalViews views;

  BoardPage(
      BoardDesk board,
      Agenda agenda,
      ApprovalBook book,
      UpgradeBook upgrades,
      ApprovalViews views) {
    this.board = board;
    this.agenda = agenda;
    this.book = book;
    this.upgrades = upgrades;
    this.views = views;
  }

  /**
   * One thing to decide on.
   *
   * @param now the request as it is, while it is the one that counts
   */
  public record ItemView(BoardDesk.Minute minute, ApprovalViews.@Nullable CaseView now) {}

  @GetMapping("/agenda")
  String agenda(Actor actor, Model model) {
    return showAgenda(Typed.of(Map.of()), actor, model);
  }

  private String showAgenda(Typed form, Actor actor, Model model) {
    model.addAttribute(
        "items",
        agenda.now().stream()
            .map(item -> view(new BoardDesk.Minute(item, List.of()), actor))
            .toList());
    model.addAttribute("most", Agenda.MOST);
    model.addAttribute("ahead", board.ahead());
    model.addAttribute("before", board.before());
    model.addAttribute("form", form);
    return "approval/agenda";
  }

  private ItemView view(BoardDesk.Minute minute, Actor actor) {
    Upgrade upgrade = upgrades.get(minute.item().upgrade());
    return new ItemView(
        minute,
        book.current(upgrade)
            .filter(one -> one.request().id() == minute.item().request())
            .map(one -> views.view(upgrade, one, actor))
            .orElse(null));
  }

  @GetMapping("/meetings/{id}")
  String meeting(@PathVariable long id, Actor actor, Model model) {
    Meeting meeting = board.get(id);
    return show(meeting, BoardForm.filled(meeting.terms()), "", actor, model);
  }

  private String show(Meeting meeting, Typed form, String tried, Actor actor, Model model) {
    model.addAttribute("meeting", meeting);
    model.addAttribute(
        "items", board.minutes(meeting).stream().map(one -> view(one, actor)).toList());
    model.addAttribute("form", form);
    model.addAttribute("tried", tried);
    return "approval/meeting";
  }

  @PostMapping("/meetings")
  @Needs(Right.APPROVE)
  String set(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Optional<MeetingTerms> terms = BoardForm.terms(typed);
    if (typed.keeps(() -> board.set(terms.orElseThrow(), actor))) {
      return "redirect:/approvals/agenda";
    }
    response.setStatus(typed.status());
    return showAgenda(typed, actor, model);
  }

  @PostMapping("/meetings/{id}")
  @Needs(Right.APPROVE)
  String change(
      @PathVariable long id,
      @RequestParam long seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Optional<MeetingTerms> terms = BoardForm.terms(typed);
    return answered(
        id,
        typed,
        "change",
        () -> board.change(id, terms.orElseThrow(), seen, actor),
        actor,
        response,
        model);
  }

  @PostMapping("/meetings/{id}/opening")
  @Needs(Right.APPROVE)
  String open(
      @PathVariable long id,
      @RequestParam long seen,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return answered(
        id, Typed.of(Map.of()), "open", () -> board.open(id, seen, actor), actor, response, model);
  }

  @PostMapping("/meetings/{id}/closing")
  @Needs(Right.APPROVE)
  String close(
      @PathVariable long id,
      @RequestParam long seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    List<String> present = BoardForm.names(typed, "present");
    String notes = typed.words("notes", Given.TEXT).orElse("");
    return answered(
        id,
        typed,
        "close",
        () -> board.close(id, present, notes, seen, actor),
        actor,
        response,
        model);
  }

  @PostMapping("/meetings/{id}/off")
  @Needs(Right.APPROVE)
  String callOff(
      @PathVariable long id,
      @RequestParam long seen,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return answered(
        id,
        Typed.of(Map.of()),
        "off",
        () -> board.callOff(id, seen, actor),
        actor,
        response,
        model);
  }

  private String answered(
      long id,
      Typed typed,
      String tried,
      Runnable keep,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    if (typed.keeps(keep)) {
      return "redirect:/approvals/meetings/" + id;
    }
    response.setStatus(typed.status());
    return show(board.get(id), typed, tried, actor, model);
  }
}
