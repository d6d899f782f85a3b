package dev.evenkeel.server.schedule.budget.web;

import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.CostDesk;
import dev.evenkeel.server.schedule.budget.CostStanding;
import dev.evenkeel.server.schedule.budget.SpendingBook;
import dev.evenkeel.server.schedule.budget.SpendingBook.Said;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an upgrade costs, who approved that, and what was spent, over HTTP. */
@RestController
@RequestMapping("/api/upgrades/{id}")
@Needs(Right.VIEW)
class CostsApi {
  private final CostDesk desk;
  private final SpendingBook spending;
  private final UpgradeBook upgrades;
  private final Clock clock;

  CostsApi(CostDesk desk, SpendingBook spending, UpgradeBook upgrades, Clock clock) {
    this.desk = desk;
    this.spending = spending;
    this.upgrades = upgrades;
    this.clock = clock;
  }

  @GetMapping("/costs")
  ResponseEntity<MoneyViews.Costs> costs(@PathVariable UpgradeId id) {
    CostStanding standing = desk.get(id);
    return ResponseEntity.ok()
        .eTag(standing.edition())
        .cacheControl(CacheControl.noCache())
        .body(
            MoneyViews.Costs.of(
                standing,
                desk.writers(id),
                desk.history(id),
                spending.of(id),
                desk.periods(standing.costs())));
  }

  /** Approves the costs that {@code If-Match} names; {@code {"note": …}} may be left out. */
  @PostMapping("/costs/approval")
  @Needs(Right.BUDGET)
  ResponseEntity<MoneyViews.Costs> approve(
      @PathVariable UpgradeId id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    desk.approve(id, edition(seen), note(body), actor);
    return costs(id);
  }

  /** Takes the approval back that {@code If-Match} names. */
  @PostMapping("/costs/withdrawal")
  @Needs(Right.BUDGET)
  ResponseEntity<MoneyViews.Costs> withdraw(
      @PathVariable UpgradeId id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    desk.withdraw(id, edition(seen), note(body), actor);
    return costs(id);
  }

  private static String edition(Optional<String> seen) {
    return IfMatch.edition(
        seen.orElseThrow(() ->
            new Refused(
                Refused.Kind.INVALID,
                "The header If-Match is missing. Send the ETag of the costs that you looked at.")));
  }

  private static Optional<String> note(@Nullable String body) {
    Typed typed = Typed.ofJson(body == null || body.isBlank() ? "{}" : body);
    Optional<String> note = typed.words("note", SpendingForm.LONGEST_NOTE);
    typed.refuseIfWrong();
    return note;
  }

  @GetMapping("/spending")
  ResponseEntity<List<MoneyViews.Entry>> spending(@PathVariable UpgradeId id) {
    List<Spent> entries = spending.of(upgrades.get(id).id());
    return ResponseEntity.ok()
        .eTag(Integer.toString(entries.size()))
        .cacheControl(CacheControl.noCache())
        .body(entries.stream().map(MoneyViews.Entry::of).toList());
  }

  @GetMapping("/spending.csv")
  void table(@PathVariable UpgradeId id, HttpServletResponse response) throws IOException {
    var upgrade = upgrades.get(id);
    SpendingCsv.send(
        "spending-of-upgrade-" + id,
        spending.of(id),
        Map.of(id, upgrade.terms().title()),
        response);
  }

  /**
   * Writes down what was spent: {@code day}, {@code kind}, {@code phase}, {@code amount}, {@code
   * note}. {@code If-Match} names the entries there were, so that what is sent twice counts once.
   */
  @PostMapping("/spending")
  @Needs(Right.PLAN)
  ResponseEntity<MoneyViews.Entry> spend(
      @PathVariable UpgradeId id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Optional<Said> said =
        SpendingForm.read(typed, LocalDate.now(clock.withZone(CostsPage.FIRST_ZONE)));
    typed.refuseIfWrong();
    return written(spending.add(id, said.orElseThrow(), count(seen), actor));
  }

  /** Takes an entry back by one of the opposite amount: {@code {"note": why}}. */
  @PostMapping("/spending/{number}/taking-back")
  @Needs(Right.PLAN)
  ResponseEntity<MoneyViews.Entry> takeBack(
      @PathVariable UpgradeId id,
      @PathVariable int number,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    String note = typed.needed("note", SpendingForm.LONGEST_NOTE, CostsPage.WHY);
    typed.refuseIfWrong();
    upgrades.get(id);
    return written(spending.takeBack(id, number, note, count(seen), actor));
  }

  private static int count(Optional<String> seen) {
    return (int) Math.min(Integer.MAX_VALUE, IfMatch.version(seen));
  }

  private static ResponseEntity<MoneyViews.Entry> written(Spent entry) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .eTag(Integer.toString(entry.number()))
        .body(MoneyViews.Entry.of(entry));
  }
}
