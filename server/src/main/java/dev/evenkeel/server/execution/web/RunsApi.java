package dev.evenkeel.server.execution.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.engine.EstateHold;
import dev.evenkeel.server.execution.engine.Plans;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.store.OutputStore;
import dev.evenkeel.server.execution.store.RunLine;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.web.ListedRuns.Listed;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Trend;
import dev.evenkeel.server.health.Watchtower;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs as JSON. */
@RestController
@RequestMapping("/api")
@Needs(Right.VIEW)
class RunsApi {

  private final RunControl control;
  private final RunViews views;
  private final ListedRuns listed;
  private final RunStore runs;
  private final RunLog log;
  private final OutputStore output;
  private final Plans plans;
  private final Watchtower watchtower;
  private final EstateHold hold;
  private final Clock clock;

  RunsApi(
      RunControl control,
      RunViews views,
      ListedRuns listed,
      RunStore runs,
      RunLog log,
      OutputStore output,
      Plans plans,
      Watchtower watchtower,
      EstateHold hold,
      Clock clock) {
    this.control = control;
    this.views = views;
    this.listed = listed;
    this.runs = runs;
    this.log = log;
    this.output = output;
    this.plans = plans;
    this.watchtower = watchtower;
    this.hold = hold;
    this.clock = clock;
  }

  /**
   * Asks for a run; it is started at once unless {@code start} is false.
   *
   * @param startAt it starts by itself then, and not at once
   * @param latestStart an hour after {@code startAt} when nothing is said
   * @param override why it starts outside of its window or inside of a freeze
   * @param upgrade number of the upgrade that it carries out
   */
  record Asked(
      @NotNull String runbook,
      @Nullable Map<String, String> inputs,
      @Nullable RunKind kind,
      @Nullable @Size(max = 2_000) String waiver,
      @Nullable Boolean start,
      @Nullable Instant startAt,
      @Nullable Instant latestStart,
      @Nullable @Size(max = 2_000) String override,
      @Nullable Long upgrade) {

    NewRun run() {
      return new NewRun(
          runbook,
          inputs == null ? Map.of() : inputs,
          kind == null ? RunKind.PRODUCTION : kind,
          Optional.ofNullable(waiver),
          Optional.ofNullable(upgrade).map(UpgradeId::new));
    }
  }

  /**
   * A run in the list.
   *
   * @param rehearsal what it has shown, for a rehearsal that went all the way and back
   * @param appointment when it starts by itself, or should have, for a run that was not started
   */
  record Summary(
      String id,
      String name,
      String title,
      RunKind kind,
      String status,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<RehearsalView> rehearsal,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<AppointmentView> appointment,
      Instant createdAt) {

    static Summary of(Listed listed) {
      RunLine run = listed.run();
      return new Summary(
          run.id().value(),
          run.name(),
          run.title(),
          run.kind(),
          run.status().name(),
          listed.rehearsal(),
          listed.appointment(),
          run.createdAt());
    }
  }

  /**
   * @param override why the run goes forward outside of its window or inside of a freeze
   */
  record Order(
      @NotNull RunCommand command,
      @Nullable @Size(max = 300) String step,
      @Nullable @Size(max = 2_000) String reason,
      @Nullable @Size(max = 2_000) String override) {}

  record Answer(boolean accepted, @Nullable @Size(max = 10_000) String evidence) {}

  record Text(@NotNull String runbook) {}

  @PostMapping("/runs")
  @Needs(value = Right.RUN, teams = true)
  ResponseEntity<RunView> take(
      @Valid @RequestBody Asked asked,
      @RequestHeader("Idempotency-Key") Optional<String> key,
      Rights rights,
      Actor actor) {
    RequestKey request = key.map(RequestKey::new).orElseGet(RequestKey::unique);
    RunId id = take(asked, request, rights, actor);
    return ResponseEntity.created(URI.create("/api/runs/" + id)).body(views.of(id));
  }

  private RunId take(Asked asked, RequestKey key, Rights rights, Actor actor) {
    if (asked.startAt() != null) {
      StartTimes times =
          StartTimes.of(asked.startAt(), Optional.ofNullable(asked.latestStart()), clock.instant());
      return control.schedule(
          asked.run(), times, Asker.override(asked.override(), rights), key, actor);
    }
    return asked.start() == null || asked.start()
        ? control.start(asked.run(), key, Asker.override(asked.override(), rights), actor)
        : control.take(asked.run(), key, actor);
  }

  @GetMapping("/runs")
  List<Summary> list(
      @RequestParam Optional<Instant> before, @RequestParam(defaultValue = "50") int limit) {
    return listed.newest(before, Math.clamp(limit, 1, 200)).stream().map(Summary::of).toList();
  }

  @GetMapping("/runs/{id}")
  RunView run(@PathVariable RunId id) {
    return views.of(id);
  }

  @GetMapping("/runs/{id}/steps")
  List<Map<String, Object>> steps(@PathVariable RunId id) {
    return views.steps(id);
  }

  @PostMapping("/runs/{id}/commands")
  @Needs(Right.RUN)
  RunView command(
      @PathVariable RunId id, @Valid @RequestBody Order order, Rights rights, Actor actor) {
    control.command(
        id,
        order.command(),
        Optional.ofNullable(order.step()),
        order.reason() == null ? "" : order.reason(),
        Asker.override(order.override(), rights),
        actor);
    return views.of(id);
  }

  /** Which entries of the estate stay as they are because of it. */
  @GetMapping("/runs/{id}/hold")
  EstateHold.Hold hold(@PathVariable RunId id) {
    runs.get(id);
    return hold.of(id);
  }

  /** Why somebody releases them. */
  record Reason(@NotNull @Size(max = 2_000) String reason) {}

  /** Lets others change the entries of what the run changes. */
  @PostMapping("/runs/{id}/release")
  @Needs(Right.OVERRIDE)
  EstateHold.Hold release(@PathVariable RunId id, @Valid @RequestBody Reason why, Actor actor) {
    hold.release(id, why.reason(), actor);
    return hold.of(id);
  }

  @PostMapping("/runs/{id}/attempts/{attempt}/confirmation")
  @Needs(Right.RUN)
  RunView confirm(
      @PathVariable RunId id,
      @PathVariable String attempt,
      @Valid @RequestBody Answer answer,
      Actor actor) {
    String evidence = answer.evidence() == null ? "" : answer.evidence();
    control.confirm(id, attempt, answer.accepted(), evidence, actor);
    return views.of(id);
  }

  @GetMapping("/runs/{id}/events")
  List<RunLog.Line> events(
      @PathVariable RunId id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "500") int limit) {
    runs.get(id);
    return log.after(id, after, Math.clamp(limit, 1, 5_000));
  }

  @GetMapping("/runs/{id}/attempts/{attempt}/output")
  List<OutputStore.Piece> output(
      @PathVariable RunId id,
      @PathVariable String attempt,
      @RequestParam(defaultValue = "0") long after) {
    runs.get(id);
    return attempt.startsWith(id + "-") ? output.after(attempt, after, 500) : List.of();
  }

  @GetMapping("/runs/{id}/series")
  List<Series> series(@PathVariable RunId id) {
    return watchtower.series(id.value(), plans.of(id).runbook().watch().rules());
  }

  /** How the comparison of the new version with the old one went, metric by metric. */
  @GetMapping("/runs/{id}/trends")
  List<Trend> trends(@PathVariable RunId id) {
    return plans
        .of(id)
        .runbook()
        .watch()
        .compare()
        .map(comparison -> watchtower.trends(id.value(), comparison))
        .orElse(List.of());
  }

  @PostMapping("/runbooks/findings")
  List<Finding> findings(@Valid @RequestBody Text text) {
    return RunbookReader.read("runbook", text.runbook()).findings();
  }
}
