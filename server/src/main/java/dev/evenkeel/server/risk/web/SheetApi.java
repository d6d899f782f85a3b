package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sheets of an upgrade over HTTP. */
@RestController
@RequestMapping("/api/upgrades/{id}/{sheet:audit|cost|stocktake|answers|capacity|strategy|rollout}")
@Needs(Right.VIEW)
class SheetApi {
  private final SheetViews views;

  SheetApi(SheetViews views) {
    this.views = views;
  }

  /**
   * A sheet with what is computed from it.
   *
   * @param version 0 while nobody has filled it in
   */
  record Shown(
      Object sheet,
      long version,
      Optional<Actor> by,
      Optional<Instant> at,
      Map<String, Object> computed) {}

  @GetMapping
  ResponseEntity<Shown> one(@PathVariable UpgradeId id, @PathVariable String sheet) {
    return shown(views.upgrade(id), views.at(sheet));
  }

  private <T> ResponseEntity<Shown> shown(Upgrade upgrade, SheetView<T> view) {
    Kept<T> kept = views.kept(upgrade.id(), view);
    return ResponseEntity.ok()
        .eTag(Long.toString(kept.version()))
        .cacheControl(CacheControl.noCache())
        .body(
            new Shown(
                (Object) kept.sheet(),
                kept.version(),
                kept.by(),
                kept.at(),
                view.computed(upgrade, kept.sheet())));
  }

  /** Puts a sheet in the place of the one that {@code If-Match} names. */
  @PutMapping
  @Needs(value = Right.PLAN, duty = true)
  ResponseEntity<Shown> keep(
      @PathVariable UpgradeId id,
      @PathVariable String sheet,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Upgrade upgrade = views.upgrade(id);
    SheetView<?> view = views.at(sheet);
    views.keepOrRefuse(
        upgrade, view, Typed.ofJson(body == null ? "" : body), IfMatch.version(seen), actor);
    return shown(upgrade, view);
  }
}
