package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.util.List;
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

/** What is planned of an upgrade, over HTTP. */
@RestController
@RequestMapping("/api/upgrades/{id}/schedule")
@Needs(Right.VIEW)
class TermsApi {
  private final TermsDesk desk;

  TermsApi(TermsDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  ResponseEntity<TermsView> one(@PathVariable UpgradeId id) {
    TermsView view = TermsView.of(desk.get(id));
    return ResponseEntity.ok()
        .eTag(Long.toString(view.version()))
        .cacheControl(CacheControl.noCache())
        .body(view);
  }

  /** As it was written. */
  @GetMapping(produces = "application/yaml")
  ResponseEntity<String> text(@PathVariable UpgradeId id) {
    var planned = desk.get(id);
    return ResponseEntity.ok()
        .eTag(Long.toString(planned.version()))
        .cacheControl(CacheControl.noCache())
        .body(planned.text());
  }

  @GetMapping("/history")
  List<TermsView.Edit> history(@PathVariable UpgradeId id) {
    desk.get(id);
    return desk.history(id).stream().map(TermsView.Edit::of).toList();
  }

  /** Puts a plan, in YAML or JSON, in the place of the one that {@code If-Match} names. */
  @PutMapping
  @Needs(Right.PLAN)
  ResponseEntity<TermsView> keep(
      @PathVariable UpgradeId id,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    desk.keep(id, body == null ? "" : body, IfMatch.version(seen), actor);
    return one(id);
  }
}
