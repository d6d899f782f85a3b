package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.store.OverrideStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When runs start by themselves, and what was overridden, as JSON. */
@RestController
@RequestMapping("/api")
@Needs(Right.VIEW)
class AppointmentApi {
  private final RunControl control;
  private final RunViews views;
  private final OverrideStore overrides;
  private final Clock clock;

  AppointmentApi(RunControl control, RunViews views, OverrideStore overrides, Clock clock) {
    this.control = control;
    this.views = views;
    this.overrides = overrides;
    this.clock = clock;
  }

  /**
   * @param latestStart an hour after the start when nothing is said
   * @param override why it starts outside of its window or inside of a freeze
   */
  record Times(
      @NotNull Instant startAt,
      @Nullable Instant latestStart,
      @Nullable @Size(max = 2_000) String override) {}

  /**
   * @param match version of the appointment that was seen; any when left out
   */
  @PutMapping("/runs/{id}/appointment")
  @Needs(Right.RUN)
  RunView appoint(
      @PathVariable RunId id,
      @Valid @RequestBody Times times,
      @RequestHeader("If-Match") Optional<String> match,
      Rights rights,
      Actor actor) {
    control.appoint(
        id,
        StartTimes.of(times.startAt(), Optional.ofNullable(times.latestStart()), clock.instant()),
        Asker.override(times.override(), rights),
        version(match),
        actor);
    return views.of(id);
  }

  @DeleteMapping("/runs/{id}/appointment")
  @Needs(Right.RUN)
  RunView cancel(
      @PathVariable RunId id, @RequestHeader("If-Match") Optional<String> match, Actor actor) {
    control.cancelAppointment(id, version(match), actor);
    return views.of(id);
  }

  /** Every run that went forward outside of its window or inside of a freeze, the newest first. */
  @GetMapping("/overrides")
  List<Overridden> overrides(@RequestParam(defaultValue = "200") int limit) {
    return overrides.newest(Math.clamp(limit, 1, 1_000)).stream().map(Overridden::of).toList();
  }

  /**
   * One that stands on record.
   *
   * @param role the roles they had then
   * @param against what spoke against it then
   */
  record Overridden(
      long seq,
      String run,
      String name,
      Instant at,
      String actor,
      String role,
      RunCommand command,
      List<String> against,
      String reason) {
    static Overridden of(OverrideStore.Kept kept) {
      return new Overridden(
          kept.seq(),
          kept.run().value(),
          kept.name(),
          kept.at(),
          kept.actor(),
          kept.role(),
          kept.command(),
          kept.against(),
          kept.reason());
    }
  }

  private static Optional<Long> version(Optional<String> match) {
    return match.isEmpty() ? Optional.empty() : Optional.of(IfMatch.version(match));
  }
}
