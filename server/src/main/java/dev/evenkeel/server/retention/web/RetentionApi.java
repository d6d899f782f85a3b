package dev.evenkeel.server.retention.web;

import dev.evenkeel.estate.Sensitivity;
import dev.evenkeel.server.retention.Hold;
import dev.evenkeel.server.retention.Residency;
import dev.evenkeel.server.retention.ResidencyDesk;
import dev.evenkeel.server.retention.RetentionDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same over HTTP. */
@RestController
@RequestMapping("/api/retention")
@Needs(Right.ADMINISTER)
class RetentionApi {
  private final RetentionDesk desk;
  private final ResidencyDesk residency;

  RetentionApi(RetentionDesk desk, ResidencyDesk residency) {
    this.desk = desk;
    this.residency = residency;
  }

  /**
   * A kind of what piles up.
   *
   * @param days for ever when it is empty
   * @param due how many pages would be deleted now
   * @param held how many more would be, and are held
   * @param version for {@code If-Match}
   */
  record PolicyView(
      String kind,
      String title,
      String says,
      Optional<Integer> days,
      long due,
      long characters,
      long held,
      long version) {
    static PolicyView of(RetentionDesk.Outlook one) {
      return new PolicyView(
          one.kind(),
          one.title(),
          one.says(),
          one.policy().days(),
          one.total().pages(),
          one.total().characters(),
          one.held(),
          one.policy().version());
    }
  }

  /** An upgrade of which nothing is deleted. */
  record HoldView(long upgrade, String why, Actor by, Instant at) {
    static HoldView of(Hold one) {
      return new HoldView(one.upgrade().value(), one.why(), one.by(), one.at());
    }
  }

  /** All that is said of keeping data. */
  record Shown(List<PolicyView> policies, List<HoldView> holds, List<Residency> residency) {}

  /** For everybody who may look, auditors first; only administrators change any of it. */
  @GetMapping
  @Needs(Right.VIEW)
  Shown all() {
    return new Shown(
        desk.outlook().stream().map(PolicyView::of).toList(),
        desk.holds().stream().map(HoldView::of).toList(),
        residency.rules());
  }

  /** {@code {"days": 365}}; without days it is kept for ever. */
  @PutMapping("/policies/{kind}")
  Shown keep(
      @PathVariable String kind,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = typed(body);
    return kept(typed, RetentionForm.policy(typed, desk, kind, IfMatch.version(seen), actor));
  }

  /** {@code {"upgrade": 12, "why": …}}. */
  @PostMapping("/holds")
  Shown hold(@RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = typed(body);
    return kept(typed, RetentionForm.hold(typed, desk, true, actor));
  }

  /** {@code {"upgrade": 12, "why": …}}. */
  @PostMapping("/releases")
  Shown release(@RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = typed(body);
    return kept(typed, RetentionForm.hold(typed, desk, false, actor));
  }

  /** {@code {"regions": ["Hamburg, rack 1", "eu"]}}; without regions data may be anywhere. */
  @PutMapping("/residency/{data}")
  Shown reside(
      @PathVariable Sensitivity data,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = typed(body);
    return kept(
        typed, RetentionForm.residency(typed, residency, data, IfMatch.version(seen), actor));
  }

  private static Typed typed(@Nullable String body) {
    return Typed.ofJson(body == null ? "" : body);
  }

  private Shown kept(Typed typed, Runnable keep) {
    typed.refuseIfWrong();
    keep.run();
    return all();
  }
}
