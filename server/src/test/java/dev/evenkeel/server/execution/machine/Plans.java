package dev.evenkeel.server.execution.machine;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Step;
import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.server.execution.machine.PlannedStep.Expectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for tests: state only what matters. */
public final class Plans {
  private static final ActionCall CALL =
      new ActionCall("exec", new Value.Fields(Map.of(), Where.NOWHERE), Where.NOWHERE);

  static final Plan TWO_TARGETS =
      plan(
          checks(check("before/well")),
          targets(1, track("n1", step("n1/stop"), step("n1/start")), track("n2", step("n2/stop"))),
          soak(Duration.ofSeconds(30), step("wave/share")),
          soak(Duration.ZERO, check("after/smoke")));

  static final Plan BASELINE_FIRST =
      plan(baseline(Duration.ofSeconds(30)), targets(1, track("n1", step("n1/stop"))));

  private Plans() {}

  public static PlannedStep step(String key) {
    return step(key, StepClass.REVERSIBLE, true, 0, false);
  }

  public static PlannedStep pointOfNoReturn(String key) {
    return step(key, StepClass.POINT_OF_NO_RETURN, false, 0, false);
  }

  public static PlannedStep check(String key) {
    return step(key, StepClass.REVERSIBLE, false, 0, true);
  }

  public static PlannedStep step(
      String key, StepClass stepClass, boolean revert, int retries, boolean repeatable) {
    Step step =
        new Step(
            key,
            key,
            stepClass,
            CALL,
            Optional.of(CALL),
            revert ? Optional.of(CALL) : Optional.empty(),
            Duration.ofMinutes(1),
            retries,
            Duration.ZERO,
            repeatable,
            false,
            Optional.empty(),
            Optional.empty(),
            Where.NOWHERE);
    return new PlannedStep(new StepKey(key), step, "", 0, new Expectation.Nothing());
  }

  public static Segment targets(int limit, Track... tracks) {
    return new Segment(Segment.Kind.TARGETS, "targets", 1, List.of(tracks), limit, Duration.ZERO);
  }

  public static Segment checks(PlannedStep... steps) {
    return new Segment(
        Segment.Kind.CHECKS_BEFORE,
        "checks",
        0,
        List.of(new Track("before", List.of(steps))),
        1,
        Duration.ZERO);
  }

  public static Segment baseline(Duration soak) {
    return new Segment(Segment.Kind.BASELINE, "baseline", 0, List.of(), 1, soak);
  }

  public static Segment soak(Duration soak, PlannedStep... steps) {
    List<Track> tracks = new ArrayList<>();
    if (steps.length > 0) {
      tracks.add(new Track("wave", List.of(steps)));
    }
    return new Segment(Segment.Kind.WAVE, "wave", 1, tracks, 1, soak);
  }

  public static Track track(String name, PlannedStep... steps) {
    return new Track(name, List.of(steps));
  }

  public static Plan plan(Segment... segments) {
    return new Plan(
        List.of(segments),
        false,
        Duration.ofSeconds(2),
        Duration.ofMinutes(5),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  public static Plan watched(Plan plan) {
    return new Plan(
        plan.segments(),
        true,
        plan.every(),
        plan.evidenceWithin(),
        plan.duration(),
        plan.wayBack(),
        false);
  }

  public static Plan within(Duration duration, Duration wayBack, Plan plan) {
    return within(duration, Optional.of(wayBack), plan);
  }

  /** The way back may take what its steps may take. */
  public static Plan within(Duration duration, Plan plan) {
    return within(duration, Optional.empty(), plan);
  }

  private static Plan within(Duration duration, Optional<Duration> wayBack, Plan plan) {
    return new Plan(
        plan.segments(),
        plan.watched(),
        plan.every(),
        plan.evidenceWithin(),
        Optional.of(duration),
        wayBack,
        false);
  }
}
