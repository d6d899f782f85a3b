package dev.evenkeel.server.people.web;

import dev.evenkeel.server.people.KickOffLetters;
import dev.evenkeel.server.people.Part;
import dev.evenkeel.server.people.TeamBook;
import dev.evenkeel.server.people.TeamDesk;
import dev.evenkeel.server.people.TeamState;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people of an upgrade over HTTP. */
@RestController
@RequestMapping("/api/upgrades/{id}/people")
@Needs(Right.VIEW)
class TeamApi {
  private final TeamBook book;
  private final TeamDesk desk;
  private final PartForms forms;
  private final ObjectProvider<KickOffLetters> letters;

  TeamApi(TeamBook book, TeamDesk desk, PartForms forms, ObjectProvider<KickOffLetters> letters) {
    this.letters = letters;
    this.book = book;
    this.desk = desk;
    this.forms = forms;
  }

  /** Somebody of the team. */
  record Member(
      String person,
      String parts,
      boolean sawTheChart,
      Optional<Boolean> comes,
      List<String> against) {}

  /**
   * All of it.
   *
   * @param chart names the chart as it is, for those who say that they have seen it
   * @param window names the window, for those who promise to be there
   */
  record Whole(
      boolean ready,
      List<TeamState.Gap> gaps,
      List<String> warnings,
      String chart,
      boolean givenOut,
      String window,
      Optional<String> decidesOnGoingBack,
      List<Member> members,
      List<dev.evenkeel.server.people.Stakeholding> stakeholders,
      dev.evenkeel.server.people.Duties duties) {}

  @GetMapping
  Whole whole(@PathVariable UpgradeId id) {
    TeamState state = book.of(id);
    return new Whole(
        state.ready(),
        state.gaps(),
        state.warnings(),
        state.chart(),
        state.givenOut().isPresent(),
        state.window().about(),
        state.decides(),
        state.seats().stream()
            .map(seat ->
                new Member(
                    seat.person(),
                    seat.words(),
                    seat.seen().isPresent(),
                    seat.there().map(_ -> seat.comes()),
                    seat.against()))
            .toList(),
        state.stakeholders(),
        state.duties());
  }

  /**
   * One part, as it was kept.
   *
   * @param proposed that the sheet is what Evenkeel proposes, while nobody kept one
   */
  record Shown(
      Object sheet, boolean proposed, long version, Optional<Actor> by, Optional<Instant> at) {}

  @GetMapping("/{part:stakeholders|team|duties|kick-off|escalation}")
  ResponseEntity<Shown> one(@PathVariable UpgradeId id, @PathVariable String part) {
    book.upgrade(id);
    Part<?> shown = TeamPage.part(part);
    Kept<?> kept = book.sheet(id, shown);
    boolean proposed = shown == Part.DUTIES && book.proposesDuties(id);
    Object sheet = proposed ? book.duties(id) : kept.sheet();
    return ResponseEntity.ok()
        .eTag(Long.toString(kept.version()))
        .cacheControl(CacheControl.noCache())
        .body(new Shown(sheet, proposed, kept.version(), kept.by(), kept.at()));
  }

  /** Puts a part in the place of the one that {@code If-Match} names. */
  @PutMapping("/{part:stakeholders|team|duties|kick-off|escalation}")
  @Needs(Right.PLAN)
  ResponseEntity<Shown> keep(
      @PathVariable UpgradeId id,
      @PathVariable String part,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    keep(id, TeamPage.part(part), typed, IfMatch.version(seen), actor);
    return one(id, part);
  }

  private <T> void keep(UpgradeId id, Part<T> part, Typed typed, long seen, Actor actor) {
    T sheet = forms.read(typed, id, part);
    typed.refuseIfWrong();
    desk.keep(id, part, sheet, seen, actor);
  }

  /** Who was invited to the kick-off, and whether it reached them. */
  @GetMapping("/kick-off/invitations")
  List<KickOffLetters.Line> invited(@PathVariable UpgradeId id) {
    book.upgrade(id);
    return letters.stream().flatMap(one -> one.of(id).stream()).toList();
  }

  /** Invites everybody in the team who has not got the invitation as it is now. */
  @PostMapping("/kick-off/invitations")
  @Needs(Right.PLAN)
  List<KickOffLetters.Line> invite(@PathVariable UpgradeId id, Actor actor) {
    letters.getObject().invite(id, actor);
    return invited(id);
  }

  /** {@code {"seen": "…"}}: gives out the chart that was looked at. */
  @PostMapping("/chart")
  @Needs(Right.PLAN)
  Whole giveOut(
      @PathVariable UpgradeId id,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    String seen = typed.needed("seen", 100, "Send 'chart' as it was told.");
    typed.refuseIfWrong();
    desk.giveOut(id, seen, actor);
    return whole(id);
  }

  /** {@code {"person": "ann", "answer": "available", "seen": "…"}}: what one says of oneself. */
  @PostMapping("/answers")
  Whole answer(
      @PathVariable UpgradeId id,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    return said(id, body, false, actor);
  }

  /** The same with a note on how one was told, of somebody else. */
  @PostMapping("/told")
  @Needs(Right.PLAN)
  Whole told(
      @PathVariable UpgradeId id,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    return said(id, body, true, actor);
  }

  private Whole said(UpgradeId id, @Nullable String body, boolean mayTell, Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Runnable keep = AnswerForm.of(typed, desk, id, mayTell, actor);
    typed.refuseIfWrong();
    keep.run();
    return whole(id);
  }
}
