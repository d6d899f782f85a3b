package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.ApprovalBook;
import dev.evenkeel.server.approval.ApprovalDesk;
import dev.evenkeel.server.approval.Asked;
import dev.evenkeel.server.approval.Delegation;
import dev.evenkeel.server.approval.DelegationDesk;
import dev.evenkeel.server.approval.RequestDesk;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.approval.StandingDesk;
import dev.evenkeel.server.approval.StandingLook;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.approval.binding.Difference;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Typed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Approvals over HTTP. */
@RestController
@RequestMapping("/api")
@Needs(Right.VIEW)
class ApprovalApi {
  private static final int MOST = 200;

  private final ApprovalBook book;
  private final RequestDesk requests;
  private final ApprovalDesk desk;
  private final DelegationDesk delegations;
  private final StandingDesk standing;
  private final UpgradeBook upgrades;
  private final Clock clock;

  ApprovalApi(
      ApprovalBook book,
      RequestDesk requests,
      ApprovalDesk desk,
      DelegationDesk delegations,
      StandingDesk standing,
      UpgradeBook upgrades,
      Clock clock) {
    this.book = book;
    this.requests = requests;
    this.desk = desk;
    this.delegations = delegations;
    this.standing = standing;
    this.upgrades = upgrades;
    this.clock = clock;
  }

  /** What somebody did, as programs read it. */
  record StepView(
      int number,
      String did,
      String person,
      Actor by,
      Optional<String> insteadOf,
      Optional<String> comment,
      String digest,
      Instant at) {
    static StepView of(Step one) {
      return new StepView(
          one.number(),
          one.verdict().name().toLowerCase(Locale.ROOT),
          one.person(),
          one.by(),
          one.insteadOf(),
          one.comment(),
          one.digest(),
          one.at());
    }
  }

  /** What is another now than when it was asked for. */
  record DifferenceView(String field, String approved, String now, boolean material, String says) {
    static DifferenceView of(Difference one) {
      return new DifferenceView(one.field().key(), one.was(), one.is(), one.material(), one.says());
    }
  }

  /**
   * A request as programs read it.
   *
   * @param edition what decisions on it send as If-Match
   */
  record RequestView(
      long request,
      String edition,
      long upgrade,
      String title,
      String state,
      String kind,
      String why,
      String quorum,
      List<String> missing,
      Instant from,
      Instant until,
      String digest,
      Map<String, String> content,
      Optional<Long> standing,
      Optional<String> waiver,
      Actor by,
      Instant at,
      List<String> approvers,
      List<DifferenceView> differences,
      List<StepView> steps) {}

  private RequestView view(Upgrade upgrade, Standing one) {
    return new RequestView(
        one.request().id(),
        one.edition(),
        upgrade.id().value(),
        upgrade.terms().title(),
        one.state().name().toLowerCase(Locale.ROOT),
        one.request().kind().word(),
        one.request().why(),
        one.request().quorum().text(),
        one.missing(),
        one.request().from(),
        one.request().until(),
        one.request().content().digest(),
        one.request().content().fields(),
        one.request().standing(),
        one.request().waiver(),
        one.request().by(),
        one.request().at(),
        book.approvers(one).stream().sorted().toList(),
        one.differences().stream().map(DifferenceView::of).toList(),
        one.steps().stream().map(StepView::of).toList());
  }

  @GetMapping("/approvals")
  List<RequestView> all() {
    return book.all(MOST).stream().map(one -> view(one.upgrade(), one.standing())).toList();
  }

  /** The request that counts, which is the newest. */
  @GetMapping("/upgrades/{id}/approval")
  ResponseEntity<RequestView> one(@PathVariable UpgradeId id) {
    Upgrade upgrade = upgrades.get(id);
    Standing current =
        book.current(upgrade)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Nobody has asked for the approval of upgrade %s.".formatted(id)));
    return ResponseEntity.ok()
        .eTag(current.edition())
        .cacheControl(CacheControl.noCache())
        .body(view(upgrade, current));
  }

  /** All there were, the newest first. */
  @GetMapping("/upgrades/{id}/approval/requests")
  List<RequestView> history(@PathVariable UpgradeId id) {
    Upgrade upgrade = upgrades.get(id);
    return book.history(upgrade).stream().map(one -> view(upgrade, one)).toList();
  }

  /** Exactly the bytes whose SHA-256 was signed. */
  @GetMapping(value = "/upgrades/{id}/approval/content", produces = MediaType.TEXT_PLAIN_VALUE)
  String content(@PathVariable UpgradeId id) {
    return book.current(upgrades.get(id))
        .map(one -> one.request().content().canonical())
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND,
                "Nobody has asked for the approval of upgrade %s.".formatted(id)));
  }

  /** {@code {"kind": "normal", "why": …, "from": …, "until": …, "quorum": "2 of team:cab"}}. */
  @PostMapping("/upgrades/{id}/approval/requests")
  @Needs(Right.REQUEST)
  @ResponseStatus(HttpStatus.CREATED)
  RequestView request(
      @PathVariable UpgradeId id,
      @RequestBody(required = false) @Nullable String body,
      Rights rights,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Optional<Asked> asked = Given.asked(typed);
    typed.refuseIfWrong();
    return view(upgrades.get(id), requests.request(id, asked.orElseThrow(), rights, actor));
  }

  /**
   * {@code {"decision": "approve", "comment": …, "insteadOf": …}}; also reject, withdraw, comment.
   */
  @PostMapping("/upgrades/{id}/approval/decision")
  @Needs(Right.APPROVE)
  ResponseEntity<RequestView> decide(
      @PathVariable UpgradeId id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Optional<Step.Verdict> verdict = Given.verdict(typed);
    Optional<String> comment = Given.comment(typed, verdict);
    Optional<String> insteadOf = typed.words("insteadOf", 200);
    typed.refuseIfWrong();
    desk.decide(id, verdict.orElseThrow(), comment, insteadOf, edition(seen), actor);
    return one(id);
  }

  /** Who asked takes it back: {@code {"comment": …}}. */
  @PostMapping("/upgrades/{id}/approval/withdrawal")
  @Needs(Right.REQUEST)
  ResponseEntity<RequestView> withdraw(
      @PathVariable UpgradeId id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null || body.isBlank() ? "{}" : body);
    Optional<String> comment = typed.words("comment", Given.TEXT);
    typed.refuseIfWrong();
    desk.decide(id, Step.Verdict.WITHDRAWN, comment, Optional.empty(), edition(seen), actor);
    return one(id);
  }

  /** Who manages the change: {@code {"person": …}}. */
  @PutMapping("/upgrades/{id}/approval/manager")
  @Needs(Right.PLAN)
  Map<String, String> manager(
      @PathVariable UpgradeId id,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    String person = typed.needed("person", 200, "Name who manages the change.");
    typed.refuseIfWrong();
    standing.manager(id, person, actor);
    return Map.of("person", standing.manager(id).orElse(""));
  }

  @GetMapping("/approvals/delegations")
  List<Delegation> delegations() {
    return delegations.open();
  }

  /** {@code {"to": …, "from": …, "until": …, "reason": …}}. */
  @PostMapping("/approvals/delegations")
  @Needs(Right.APPROVE)
  @ResponseStatus(HttpStatus.CREATED)
  List<Delegation> delegate(@RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    String to = typed.needed("to", 200, "Name who agrees in your place.");
    Instant from = Given.moment(typed, "from").orElseGet(clock::instant);
    Optional<Instant> until = Given.moment(typed, "until");
    if (until.isEmpty() && typed.says("until").isEmpty()) {
      typed.wrong("until", "This is missing. Say until when.");
    }
    String reason = typed.needed("reason", Given.TEXT, "Say why, such as: on leave.");
    typed.refuseIfWrong();
    delegations.give(to, from, until.orElseThrow(), reason, actor);
    return delegations.open();
  }

  @DeleteMapping("/approvals/delegations/{number}")
  @Needs(Right.APPROVE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endDelegation(@PathVariable long number, Actor actor) {
    delegations.end(number, actor);
  }

  @GetMapping("/approvals/standing")
  List<StandingLook> standing() {
    return standing.looks();
  }

  /**
   * {@code {"title": …, "template": name, "runbook": SHA-256, "mostClass": "patch", "mostRisk": 5,
   * "until": …, "why": …, "renews": number}}.
   */
  @PostMapping("/approvals/standing")
  @Needs(Right.APPROVE)
  @ResponseStatus(HttpStatus.CREATED)
  List<StandingLook> give(@RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Optional<Given.Standing> one = Given.standing(typed);
    typed.refuseIfWrong();
    one.orElseThrow().to(standing, actor);
    return standing.looks();
  }

  @DeleteMapping("/approvals/standing/{number}")
  @Needs(Right.APPROVE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable long number, Actor actor) {
    standing.end(number, actor);
  }

  private static String edition(Optional<String> seen) {
    return IfMatch.edition(
        seen.orElseThrow(() ->
            new Refused(
                Refused.Kind.INVALID,
                "The header If-Match is missing. Send the ETag of the request that you looked at.")));
  }
}
