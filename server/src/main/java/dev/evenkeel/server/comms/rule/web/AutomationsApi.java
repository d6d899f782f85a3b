package dev.evenkeel.server.comms.rule.web;

import dev.evenkeel.server.comms.rule.AutomationDesk;
import dev.evenkeel.server.comms.rule.Rule;
import dev.evenkeel.server.comms.rule.RuleClock;
import dev.evenkeel.server.comms.rule.RuleTerms;
import dev.evenkeel.server.comms.rule.web.RuleView.Fired;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Automations over HTTP; {@code If-Match} names the version of one. */
@RestController
@Needs(Right.COMMUNICATE)
class AutomationsApi {
  private static final String[] READ_ONLY = {
    "id", "when", "does", "on", "stopped", "template", "version", "changedAt", "changedBy"
  };

  private final AutomationDesk desk;
  private final RuleForm form;
  private final UpgradeBook book;
  private final RuleClock clock;

  AutomationsApi(AutomationDesk desk, RuleForm form, UpgradeBook book, RuleClock clock) {
    this.desk = desk;
    this.form = form;
    this.book = book;
    this.clock = clock;
  }

  /** What would have been done since a moment; {@code whole} is false when rows were left out. */
  record Tried(Instant from, boolean whole, List<Fired> firings) {}

  /** The automations of an upgrade and those for all, and what they did about it. */
  record OfUpgrade(List<RuleView> rules, List<Fired> firings) {}

  @GetMapping("/api/automations")
  @Needs(Right.VIEW)
  List<RuleView> all() {
    return desk.all().stream().map(RuleView::of).toList();
  }

  @GetMapping("/api/upgrades/{id}/automations")
  @Needs(Right.VIEW)
  OfUpgrade of(@PathVariable UpgradeId id) {
    book.get(id);
    return new OfUpgrade(
        desk.of(id).stream().map(RuleView::of).toList(),
        desk.firings(id).stream().map(Fired::of).toList());
  }

  @PostMapping("/api/automations")
  ResponseEntity<RuleView> add(@RequestBody(required = false) @Nullable String body, Actor actor) {
    RuleTerms terms = read(body);
    Rule rule = desk.add(terms, actor);
    return Tagged.made("/api/automations/" + rule.id(), rule.version(), RuleView.of(rule));
  }

  private RuleTerms read(@Nullable String body) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    typed.passes(READ_ONLY);
    RuleTerms terms = form.read(typed);
    typed.refuseIfWrong();
    return terms;
  }

  @GetMapping("/api/automations/{id}")
  @Needs(Right.VIEW)
  ResponseEntity<RuleView> one(@PathVariable long id) {
    Rule rule = desk.get(id);
    return Tagged.of(rule.version(), RuleView.of(rule));
  }

  @PutMapping("/api/automations/{id}")
  ResponseEntity<RuleView> edit(
      @PathVariable long id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    desk.get(id);
    RuleTerms terms = read(body);
    desk.edit(id, terms, IfMatch.version(seen), actor);
    return one(id);
  }

  @PostMapping("/api/automations/{id}/{turn:on|off}")
  ResponseEntity<RuleView> turn(
      @PathVariable long id,
      @PathVariable String turn,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      Actor actor) {
    desk.turn(id, turn.equals("on"), IfMatch.version(seen), actor);
    return one(id);
  }

  @DeleteMapping("/api/automations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @PathVariable long id, @RequestHeader(name = "If-Match") Optional<String> seen, Actor actor) {
    desk.remove(id, IfMatch.version(seen), actor);
  }

  @GetMapping("/api/automations/{id}/trial")
  @Needs(Right.VIEW)
  Tried trial(@PathVariable long id) {
    AutomationDesk.Trial trial = desk.trial(id);
    return new Tried(trial.from(), trial.whole(), trial.firings().stream().map(Fired::of).toList());
  }

  /** Tries once more what failed on a row of the trail. */
  @PostMapping("/api/automations/{id}/firings/{row}/again")
  Fired again(@PathVariable long id, @PathVariable long row, Actor actor) {
    return Fired.of(clock.again(id, row, actor));
  }

  @GetMapping("/api/automations/{id}/firings")
  @Needs(Right.VIEW)
  List<Fired> firings(@PathVariable long id) {
    desk.get(id);
    return desk.firings(id).stream().map(Fired::of).toList();
  }
}
