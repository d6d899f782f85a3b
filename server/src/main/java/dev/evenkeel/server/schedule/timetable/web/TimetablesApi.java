package dev.evenkeel.server.schedule.timetable.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import dev.evenkeel.server.schedule.timetable.AgreementDesk;
import dev.evenkeel.server.schedule.timetable.KeptTimetable;
import dev.evenkeel.server.schedule.timetable.Placement;
import dev.evenkeel.server.schedule.timetable.PlacingDesk;
import dev.evenkeel.server.schedule.timetable.PlanningWish;
import dev.evenkeel.server.schedule.timetable.TimetableDesk;
import dev.evenkeel.server.schedule.timetable.UnapprovedCosts;
import dev.evenkeel.server.schedule.timetable.UnapprovedCosts.Unapproved;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Timetables over HTTP. */
@RestController
@RequestMapping("/api/timetables")
@Needs(Right.VIEW)
class TimetablesApi {
  private static final int MOST = 1_000;

  private final TimetableDesk desk;
  private final PlacingDesk placing;
  private final AgreedPlan plan;
  private final AgreementDesk agreement;
  private final TimetableLook look;
  private final UnapprovedCosts costs;

  TimetablesApi(
      TimetableDesk desk,
      PlacingDesk placing,
      AgreedPlan plan,
      AgreementDesk agreement,
      TimetableLook look,
      UnapprovedCosts costs) {
    this.desk = desk;
    this.placing = placing;
    this.plan = plan;
    this.agreement = agreement;
    this.look = look;
    this.costs = costs;
  }

  /** The newest first. */
  @GetMapping
  List<TimetableView> list(@RequestParam(defaultValue = "100") int limit) {
    return desk.list(Math.clamp(limit, 1, MOST)).stream().map(TimetableView::of).toList();
  }

  /**
   * Begins to make a timetable: {@code name}, {@code days}, {@code seconds}, {@code upgrades},
   * {@code mostOfAWorkflow}, {@code basedOn}, {@code pins} ({@code upgrade}, {@code start}, {@code
   * mode}); what if: {@code withoutFreezes}, {@code morePeople} ({@code team}, {@code people}),
   * {@code moreMoney} ({@code budget}, {@code amount}). All may be left out.
   */
  @PostMapping
  @Needs(Right.PLAN)
  ResponseEntity<TimetableView> make(
      @RequestBody(required = false) @Nullable String body, Actor actor) {
    return made(body, Optional.empty(), actor);
  }

  /** The same, with as few moves away from this one as are worth it; what is pinned stays. */
  @PostMapping("/{id:\\d+}/replan")
  @Needs(Right.PLAN)
  ResponseEntity<TimetableView> replan(
      @PathVariable long id, @RequestBody(required = false) @Nullable String body, Actor actor) {
    desk.get(id);
    return made(body, Optional.of(id), actor);
  }

  private ResponseEntity<TimetableView> made(
      @Nullable String body, Optional<Long> basedOn, Actor actor) {
    Typed typed = Typed.ofJson(body == null || body.isBlank() ? "{}" : body);
    PlanningWish wish = WishForm.read(typed, basedOn);
    typed.refuseIfWrong();
    KeptTimetable kept = desk.make(wish, actor);
    return ResponseEntity.accepted()
        .location(URI.create("/api/timetables/" + kept.id()))
        .body(TimetableView.of(kept));
  }

  /** The one that was agreed on. */
  @GetMapping("/agreed")
  TimetableView.Whole agreed() {
    return look.whole(
        plan.timetable()
            .orElseThrow(
                () -> new Refused(Refused.Kind.NOT_FOUND, "No timetable was agreed on so far."))
            .id());
  }

  @GetMapping("/{id:\\d+}")
  TimetableView.Whole one(@PathVariable long id) {
    return look.whole(id);
  }

  @GetMapping("/{id:\\d+}/progress")
  TimetableView progress(@PathVariable long id) {
    return TimetableView.of(desk.get(id));
  }

  /** Ends the search; the best so far is kept. */
  @PostMapping("/{id:\\d+}/stop")
  @Needs(Right.PLAN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  TimetableView stop(@PathVariable long id) {
    desk.stop(id);
    return TimetableView.of(desk.get(id));
  }

  /** Why an upgrade stands where it does, what keeps it from better places, and where else. */
  @GetMapping("/{id:\\d+}/explain/{upgrade}")
  TimetableLook.Explained explain(@PathVariable long id, @PathVariable UpgradeId upgrade) {
    return look.explain(id, upgrade);
  }

  @GetMapping("/{id:\\d+}/compare/{other:\\d+}")
  TimetableLook.Compared compare(@PathVariable long id, @PathVariable long other) {
    return look.compare(id, other);
  }

  /** What it would change to put {@code upgrade} at {@code start}, the way {@code mode}. */
  @PostMapping("/{id:\\d+}/try")
  TimetableLook.TriedView tryOut(
      @PathVariable long id, @RequestBody(required = false) @Nullable String body) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    String upgrade = typed.needed("upgrade", 18, "Write the number of the upgrade.");
    Optional<Instant> start = WishForm.instant(typed, "start");
    Optional<String> mode = typed.words("mode", 40);
    typed.refuseIfWrong();
    UpgradeId of = UpgradeId.of(upgrade);
    return look.tried(id, placing.tryOut(id, of, start.orElseThrow(), mode));
  }

  /** Puts an upgrade at {@code start}, the way {@code mode}, and pins it there. */
  @PutMapping("/{id:\\d+}/placements/{upgrade}")
  @Needs(Right.PLAN)
  TimetableLook.TriedView move(
      @PathVariable long id,
      @PathVariable UpgradeId upgrade,
      @RequestBody(required = false) @Nullable String body) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Optional<Instant> start = WishForm.instant(typed, "start");
    Optional<String> mode = typed.words("mode", 40);
    typed.refuseIfWrong();
    return look.tried(id, placing.move(id, upgrade, start.orElseThrow(), mode));
  }

  /** Takes the place of an upgrade away; it is left out then. */
  @DeleteMapping("/{id:\\d+}/placements/{upgrade}")
  @Needs(Right.PLAN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeOut(@PathVariable long id, @PathVariable UpgradeId upgrade) {
    placing.takeOut(id, upgrade);
  }

  /** Whether an upgrade stays where it is when it is planned again: {@code pinned}. */
  @PutMapping("/{id:\\d+}/placements/{upgrade}/pin")
  @Needs(Right.PLAN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pin(
      @PathVariable long id,
      @PathVariable UpgradeId upgrade,
      @RequestBody(required = false) @Nullable String body) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    boolean pinned = typed.ticked("pinned");
    typed.refuseIfWrong();
    placing.pin(id, upgrade, pinned);
  }

  /**
   * Makes it the plan; the day of go-live of its upgrades follows. While costs of it are not
   * approved it takes {@code despite}, why it is agreed on all the same.
   */
  @PostMapping("/{id:\\d+}/agree")
  @Needs(Right.PLAN)
  Agreed agree(
      @PathVariable long id, @RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = Typed.ofJson(body == null || body.isBlank() ? "{}" : body);
    Optional<String> despite = Despite.of(typed);
    KeptTimetable kept = agreement.agree(id, despite, actor);
    return new Agreed(TimetableView.of(kept), unapproved(id));
  }

  /**
   * The plan, with what it commits to and nobody has approved yet.
   *
   * @param unapproved as its page names them
   */
  record Agreed(@JsonUnwrapped TimetableView timetable, List<Unapproved> unapproved) {}

  /** Costs of what has a place in it that nobody has approved. */
  @GetMapping("/{id:\\d+}/unapproved")
  List<Unapproved> unapproved(@PathVariable long id) {
    return costs.of(desk.placements(id).stream().map(Placement::upgrade).toList());
  }

  @DeleteMapping("/{id:\\d+}")
  @Needs(Right.PLAN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable long id) {
    desk.remove(id);
  }
}
