package dev.evenkeel.server.comms.plan.web;

import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Tagged;
import dev.evenkeel.server.shared.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plan of messages of an upgrade over HTTP; {@code If-Match} names the version of the plan. */
@RestController
@RequestMapping("/api/upgrades/{id}/messages")
@Needs(Right.COMMUNICATE)
class MessagesApi {
  private final UpgradeBook book;
  private final MessageDesk desk;
  private final MessageViews views;

  MessagesApi(UpgradeBook book, MessageDesk desk, MessageViews views) {
    this.book = book;
    this.desk = desk;
    this.views = views;
  }

  /** A message of the plan, with what it would say now. */
  record One(
      int number,
      Map<String, String> fields,
      String state,
      boolean late,
      Optional<Instant> due,
      String reason,
      Optional<String> by,
      Optional<Instant> at,
      Draft draft) {}

  /** The plan. */
  record Shown(
      Map<String, String> terms,
      List<One> messages,
      Optional<String> missing,
      boolean crisisScriptReady,
      boolean given,
      long version) {}

  @GetMapping
  @Needs(Right.VIEW)
  ResponseEntity<Shown> plan(@PathVariable UpgradeId id) {
    MessageViews.Sheet sheet = views.of(book.get(id));
    MessagePlan plan = sheet.plan();
    return Tagged.of(
        plan.version(),
        new Shown(
            PlanForms.filled(plan.terms()),
            sheet.sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(row ->
                    new One(
                        row.message().number(),
                        row.fields(),
                        row.message().state().name(),
                        row.late(),
                        row.due(),
                        row.message().reason(),
                        row.message().by(),
                        row.message().at(),
                        row.preview()))
                .toList(),
            sheet.missing(),
            plan.hasCrisisScript(),
            plan.isGiven(),
            plan.version()));
  }

  /** What holds for all messages, in place of what there is. */
  @PutMapping
  ResponseEntity<Shown> terms(
      @PathVariable UpgradeId id,
      @RequestHeader("If-Match") Optional<String> match,
      @RequestBody String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body);
    var terms = PlanForms.terms(typed);
    typed.refuseIfWrong();
    desk.keep(id, terms.orElseThrow(), IfMatch.version(match), actor);
    return plan(id);
  }

  /** A message in place of the one there is; the number 0 adds one. */
  @PutMapping("/{number}")
  ResponseEntity<Shown> message(
      @PathVariable UpgradeId id,
      @PathVariable int number,
      @RequestHeader("If-Match") Optional<String> match,
      @RequestBody String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body);
    var planned = PlanForms.planned(typed, number, actor.name());
    typed.refuseIfWrong();
    desk.keep(id, planned.orElseThrow(), IfMatch.version(match), actor);
    return plan(id);
  }

  @PostMapping("/{number}/{decision:approve|skip|send}")
  ResponseEntity<Shown> decide(
      @PathVariable UpgradeId id,
      @PathVariable int number,
      @PathVariable String decision,
      @RequestHeader("If-Match") Optional<String> match,
      @RequestBody(required = false) @org.jspecify.annotations.Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null || body.isBlank() ? "{}" : body);
    Runnable todo =
        Decisions.of(
            typed,
            decision,
            desk,
            id,
            number,
            IfMatch.version(match),
            one -> views.run(book.get(one)),
            actor);
    typed.refuseIfWrong();
    todo.run();
    return plan(id);
  }

  /** Approves all that nobody has decided on. */
  @PostMapping("/approve")
  ResponseEntity<Shown> approveAll(
      @PathVariable UpgradeId id, @RequestHeader("If-Match") Optional<String> match, Actor actor) {
    desk.approveAll(id, IfMatch.version(match), actor);
    return plan(id);
  }

  /** Gives the plan to everybody it tells anything. */
  @PostMapping("/give")
  ResponseEntity<Shown> give(
      @PathVariable UpgradeId id, @RequestHeader("If-Match") Optional<String> match, Actor actor) {
    desk.give(id, IfMatch.version(match), actor);
    return plan(id);
  }
}
