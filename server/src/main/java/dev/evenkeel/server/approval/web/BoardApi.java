package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.Agenda;
import dev.evenkeel.server.approval.AgendaItem;
import dev.evenkeel.server.approval.BoardDesk;
import dev.evenkeel.server.approval.Meeting;
import dev.evenkeel.server.approval.MeetingTerms;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings of the board over HTTP. */
@RestController
@RequestMapping("/api/approvals")
@Needs(Right.VIEW)
class BoardApi {
  private final BoardDesk board;
  private final Agenda agenda;

  BoardApi(BoardDesk board, Agenda agenda) {
    this.board = board;
    this.agenda = agenda;
  }

  /** A meeting as programs read it. */
  record MeetingView(
      long id,
      long version,
      String state,
      Instant at,
      String zone,
      String when,
      String title,
      List<String> members,
      Optional<Integer> everyWeeks,
      Optional<Instant> opened,
      Optional<Instant> closed,
      List<String> present,
      String notes) {
    static MeetingView of(Meeting one) {
      return new MeetingView(
          one.id(),
          one.version(),
          one.state().name().toLowerCase(Locale.ROOT),
          one.terms().at(),
          one.terms().zone().getId(),
          one.terms().when(),
          one.terms().title(),
          one.terms().members(),
          one.terms().everyWeeks(),
          one.opened(),
          one.closed(),
          one.present(),
          one.notes());
    }
  }

  /**
   * A line of an agenda.
   *
   * @param outcome where it stood when the meeting was closed
   * @param decisions what was done about it while the meeting was under way
   */
  record ItemView(
      int position,
      long request,
      AgendaItem.Told told,
      Optional<String> outcome,
      List<ApprovalApi.StepView> decisions) {
    static ItemView of(BoardDesk.Minute one) {
      return new ItemView(
          one.item().position(),
          one.item().request(),
          one.item().told(),
          one.item().outcome().map(Standing.State::name).map(s -> s.toLowerCase(Locale.ROOT)),
          one.steps().stream().map(ApprovalApi.StepView::of).toList());
    }
  }

  /** A meeting with its agenda. */
  record MinutesView(MeetingView meeting, List<ItemView> agenda) {}

  /** What waits for agreement now, with all the board needs to decide. */
  @GetMapping("/agenda")
  List<ItemView> agenda() {
    return agenda.now().stream()
        .map(item -> ItemView.of(new BoardDesk.Minute(item, List.of())))
        .toList();
  }

  /** Those ahead, the next first; then those before, the last first. */
  @GetMapping("/meetings")
  List<MeetingView> meetings() {
    return Stream.concat(board.ahead().stream(), board.before().stream())
        .map(MeetingView::of)
        .toList();
  }

  @GetMapping("/meetings/{id}")
  ResponseEntity<MinutesView> meeting(@PathVariable long id) {
    return answer(board.get(id), HttpStatus.OK);
  }

  private ResponseEntity<MinutesView> answer(Meeting meeting, HttpStatus status) {
    return ResponseEntity.status(status)
        .eTag(String.valueOf(meeting.version()))
        .cacheControl(CacheControl.noCache())
        .body(
            new MinutesView(
                MeetingView.of(meeting),
                board.minutes(meeting).stream().map(ItemView::of).toList()));
  }

  /**
   * {@code {"at": "2026-12-03T14:00", "zone": "Europe/Berlin", "title": …, "members": "team:cab,
   * ann", "everyWeeks": 1}}.
   */
  @PostMapping("/meetings")
  @Needs(Right.APPROVE)
  ResponseEntity<MinutesView> set(
      @RequestBody(required = false) @Nullable String body, Actor actor) {
    return answer(board.set(terms(body), actor), HttpStatus.CREATED);
  }

  @PutMapping("/meetings/{id}")
  @Needs(Right.APPROVE)
  ResponseEntity<MinutesView> change(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    return answer(board.change(id, terms(body), IfMatch.version(seen), actor), HttpStatus.OK);
  }

  private static MeetingTerms terms(@Nullable String body) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Optional<MeetingTerms> terms = BoardForm.terms(typed);
    typed.refuseIfWrong();
    return terms.orElseThrow();
  }

  /** Writes the agenda down. */
  @PostMapping("/meetings/{id}/opening")
  @Needs(Right.APPROVE)
  ResponseEntity<MinutesView> open(
      @PathVariable long id, @RequestHeader(name = "If-Match") Optional<String> seen, Actor actor) {
    return answer(board.open(id, IfMatch.version(seen), actor), HttpStatus.OK);
  }

  /** {@code {"present": "ann, ben", "notes": …}}. */
  @PostMapping("/meetings/{id}/closing")
  @Needs(Right.APPROVE)
  ResponseEntity<MinutesView> close(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null || body.isBlank() ? "{}" : body);
    List<String> present = BoardForm.names(typed, "present");
    String notes = typed.words("notes", Given.TEXT).orElse("");
    typed.refuseIfWrong();
    return answer(board.close(id, present, notes, IfMatch.version(seen), actor), HttpStatus.OK);
  }

  /** Calls it off. */
  @DeleteMapping("/meetings/{id}")
  @Needs(Right.APPROVE)
  ResponseEntity<MinutesView> callOff(
      @PathVariable long id, @RequestHeader(name = "If-Match") Optional<String> seen, Actor actor) {
    return answer(board.callOff(id, IfMatch.version(seen), actor), HttpStatus.OK);
  }
}
