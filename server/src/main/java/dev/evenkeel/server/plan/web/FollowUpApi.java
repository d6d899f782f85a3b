package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.FollowUp;
import dev.evenkeel.server.plan.FollowUpDesk;
import dev.evenkeel.server.plan.FollowUpDesk.Renewed;
import dev.evenkeel.server.plan.Lesson;
import dev.evenkeel.server.plan.Renewal;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same over HTTP. */
@RestController
@RequestMapping("/api/upgrades/{id}/afterwards")
@Needs(Right.VIEW)
class FollowUpApi {
  private static final int LINE = 200;

  private final UpgradeBook book;
  private final FollowUpDesk desk;

  FollowUpApi(UpgradeBook book, FollowUpDesk desk) {
    this.book = book;
    this.desk = desk;
  }

  /** What the estate says and should, what followed, what was learned before. */
  record Shown(
      boolean carriedOut, List<Renewal> renewals, List<FollowUp> followed, List<Lesson> lessons) {}

  @GetMapping
  Shown one(@PathVariable UpgradeId id) {
    Upgrade upgrade = book.get(id);
    return new Shown(
        desk.isCarriedOut(upgrade), desk.renewals(upgrade), desk.of(id), desk.lessons(upgrade));
  }

  /**
   * {@code {"systems": [{"system": "shop", "edition": "…", "version": "11.0.2", "support":
   * "2029-11-08", "security": "", "warranty": ""}]}}, as {@link #one} tells edition and proposal.
   */
  @PostMapping("/estate")
  @Needs(Right.ESTATE)
  Shown renew(
      @PathVariable UpgradeId id,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    List<Renewed> renewed = new ArrayList<>();
    for (int row = 0; row < typed.rows("systems"); row++) {
      String at = "systems[%d].".formatted(row);
      renewed.add(
          new Renewed(
              typed.needed(at + "system", LINE, "Name a system of the upgrade."),
              typed.needed(at + "edition", LINE, "Give the edition that was looked at."),
              new Renewal.Support(
                  Optional.of(
                      FollowUpForm.version(typed, at + "version", "Write which version runs.")),
                  FollowUpForm.ahead(typed, at + "support", desk.today()),
                  FollowUpForm.ahead(typed, at + "security", desk.today()),
                  typed.day(at + "warranty"))));
    }
    if (renewed.isEmpty()) {
      typed.wrong("systems", "This is missing. List the systems and what they say now.");
    }
    typed.refuseIfWrong();
    desk.renew(id, renewed, actor);
    return one(id);
  }

  /** {@code {"title": "PostgreSQL 19", "to": "19", "due": "2029-11-08"}}. */
  @PostMapping("/next")
  @Needs(value = Right.REQUEST, teams = true)
  Shown next(
      @PathVariable UpgradeId id,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Runnable keep = FollowUpForm.next(typed, desk, id, actor);
    typed.refuseIfWrong();
    keep.run();
    return one(id);
  }
}
