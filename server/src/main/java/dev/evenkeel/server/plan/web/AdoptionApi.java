package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.Stated;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import dev.evenkeel.server.tasks.SafetyDesk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same over HTTP. */
@RestController
@RequestMapping("/api/upgrades/{id}/adoption")
@Needs(Right.VIEW)
class AdoptionApi {
  private final UpgradeBook book;
  private final AdoptionDesk desk;

  AdoptionApi(UpgradeBook book, AdoptionDesk desk) {
    this.book = book;
    this.desk = desk;
  }

  /** What was stated, and what is missing. */
  record Shown(
      boolean practice,
      boolean paused,
      List<Statement> stated,
      List<SafetyDesk.Measure> measures) {}

  /**
   * One thing that was stated.
   *
   * @param by who states it
   */
  record Statement(
      int number, Stated.Kind kind, String says, String who, Instant when, Actor by, Instant at) {
    static Statement of(Stated one) {
      return new Statement(
          one.number(), one.kind(), one.says(), one.who(), one.when(), one.by(), one.at());
    }
  }

  @GetMapping
  ResponseEntity<Shown> one(@PathVariable UpgradeId id) {
    book.get(id);
    List<Stated> stated = desk.stated(id);
    return ResponseEntity.ok()
        .eTag(Integer.toString(stated.size()))
        .cacheControl(CacheControl.noCache())
        .body(
            new Shown(
                desk.isPractice(id),
                desk.isPaused(id),
                stated.stream().map(Statement::of).toList(),
                desk.measures(id)));
  }

  /** {@code {"kind": "started", "says": …, "who": …, "when": "2027-01-31T22:00Z"}}. */
  @PostMapping("/statements")
  @Needs(Right.PLAN)
  ResponseEntity<Shown> state(
      @PathVariable UpgradeId id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Runnable keep = AdoptionForm.of(typed, desk, id, IfMatch.version(seen), actor);
    typed.refuseIfWrong();
    keep.run();
    return one(id);
  }

  /** {@code {"practice": true}}, or false. */
  @PostMapping("/practice")
  @Needs(Right.PLAN)
  ResponseEntity<Shown> practise(
      @PathVariable UpgradeId id,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    typed.needed("practice", 10, "Write true or false.");
    boolean practice = typed.ticked("practice");
    typed.refuseIfWrong();
    desk.practise(id, practice, actor);
    return one(id);
  }
}
