package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.TermsForm;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFilter;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Upgrades over HTTP. */
@RestController
@RequestMapping("/api/upgrades")
@Needs(Right.VIEW)
class UpgradesApi {
  private static final int MOST = 1_000;

  private final UpgradeBook book;
  private final EstateBook estate;
  private final Looks looks;

  UpgradesApi(UpgradeBook book, EstateBook estate, Looks looks) {
    this.book = book;
    this.estate = estate;
    this.looks = looks;
  }

  @GetMapping
  List<UpgradeView> list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "all") String state,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "100") int limit) {
    return book.list(UpgradeFilter.of(q, state, from), Math.clamp(limit, 1, MOST)).stream()
        .map(UpgradeView::of)
        .toList();
  }

  @GetMapping("/{id}")
  ResponseEntity<UpgradeView.Whole> one(@PathVariable UpgradeId id) {
    Upgrade upgrade = book.get(id);
    var look = looks.at(upgrade);
    return ResponseEntity.ok()
        .eTag(Long.toString(upgrade.version()))
        .cacheControl(CacheControl.noCache())
        .body(new UpgradeView.Whole(UpgradeView.of(upgrade), look.answers(), look.blockers()));
  }

  @PostMapping
  @Needs(value = Right.REQUEST, teams = true)
  ResponseEntity<UpgradeView> add(
      @RequestBody(required = false) @Nullable String body, Actor actor) {
    Upgrade upgrade = book.add(terms(body, Optional.empty()), actor);
    return ResponseEntity.created(URI.create("/api/upgrades/" + upgrade.id()))
        .eTag(Long.toString(upgrade.version()))
        .body(UpgradeView.of(upgrade));
  }

  /** Puts other terms in the place of those of the version that {@code If-Match} names. */
  @PutMapping("/{id}")
  @Needs(Right.REQUEST)
  ResponseEntity<UpgradeView.Whole> edit(
      @PathVariable UpgradeId id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Terms before = book.get(id).terms();
    book.edit(id, terms(body, Optional.of(before)), IfMatch.version(seen), actor);
    return one(id);
  }

  private Terms terms(@Nullable String body, Optional<Terms> before) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    Optional<Terms> terms = TermsForm.read(typed, estate.estate(), before, book.firstDay());
    typed.refuseIfWrong();
    return terms.orElseThrow();
  }
}
