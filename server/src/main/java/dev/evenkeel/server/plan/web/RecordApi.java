package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.Checklist;
import dev.evenkeel.server.plan.Decision;
import dev.evenkeel.server.plan.DecisionDesk;
import dev.evenkeel.server.plan.Fact;
import dev.evenkeel.server.plan.FactBook;
import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.Lifecycle;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

/** Facts, decisions and the go-live checklist of an upgrade over HTTP. */
@RestController
@RequestMapping("/api/upgrades/{id}")
@Needs(Right.VIEW)
class RecordApi {
  private final UpgradeBook book;
  private final FactBook facts;
  private final DecisionDesk desk;

  RecordApi(UpgradeBook book, FactBook facts, DecisionDesk desk) {
    this.book = book;
    this.facts = facts;
    this.desk = desk;
  }

  /** What is known, what is so now first, then what happened, the newest first. */
  record Known(Lifecycle.Stage stage, List<Lifecycle.Step> line, List<Fact> facts) {}

  /** A decision as programs read it. */
  record DecisionView(
      int number,
      String decision,
      Optional<String> item,
      String why,
      Optional<String> open,
      String about,
      Actor by,
      Instant at) {
    static DecisionView of(Decision one) {
      return new DecisionView(
          one.number(),
          one.kind().name().toLowerCase(Locale.ROOT),
          one.gate().map(Gate::word),
          one.why(),
          one.open(),
          one.about(),
          one.by(),
          one.at());
    }
  }

  /** An item of the checklist as programs read it. */
  record ItemView(
      String item,
      String asks,
      boolean yes,
      String says,
      String path,
      String wayOut,
      boolean byPerson,
      Optional<Actor> by,
      Optional<Instant> at) {
    static ItemView of(Checklist.Item one) {
      return new ItemView(
          one.gate().word(),
          one.gate().asks(),
          one.yes(),
          one.says(),
          one.path(),
          one.wayOut(),
          one.byPerson(),
          one.by(),
          one.at());
    }
  }

  /** The whole checklist; any no delays go-live. */
  record GatesView(boolean ready, List<ItemView> items) {}

  @GetMapping("/facts")
  Known facts(@PathVariable UpgradeId id) {
    Upgrade upgrade = book.get(id);
    List<Fact> all = facts.of(upgrade);
    Lifecycle lifecycle = Lifecycle.of(all, facts.decisions(id));
    return new Known(lifecycle.stage(), lifecycle.line(), FactBook.timeline(all));
  }

  @GetMapping("/decisions")
  ResponseEntity<List<DecisionView>> decisions(@PathVariable UpgradeId id) {
    book.get(id);
    List<Decision> all = facts.decisions(id);
    return tagged(all.size()).body(all.stream().map(DecisionView::of).toList());
  }

  /**
   * {@code {"decision": "cancel", "why": …}}; also reopen, and review, with {@code open} saying why
   * tasks stay open.
   */
  @PostMapping("/decisions")
  @Needs(Right.PLAN)
  ResponseEntity<List<DecisionView>> decide(
      @PathVariable UpgradeId id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Runnable decided = DecisionForm.ofTheWhole(typed, desk, id, IfMatch.version(seen), actor);
    typed.refuseIfWrong();
    decided.run();
    return decisions(id);
  }

  @GetMapping("/gates")
  ResponseEntity<GatesView> gates(@PathVariable UpgradeId id) {
    Checklist list = facts.checklist(book.get(id));
    return tagged(facts.decisions(id).size())
        .body(new GatesView(list.ready(), list.items().stream().map(ItemView::of).toList()));
  }

  /** {@code {"answer": "yes", "why": …}}, or no. */
  @PostMapping("/gates/{gate}/confirmation")
  @Needs(Right.VALIDATE)
  ResponseEntity<GatesView> confirm(
      @PathVariable UpgradeId id,
      @PathVariable String gate,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Runnable confirmed =
        DecisionForm.ofGate(typed, desk, id, Gate.of(gate), IfMatch.version(seen), actor);
    typed.refuseIfWrong();
    confirmed.run();
    return gates(id);
  }

  private static ResponseEntity.BodyBuilder tagged(int decisions) {
    return ResponseEntity.ok()
        .eTag(Integer.toString(decisions))
        .cacheControl(CacheControl.noCache());
  }
}
