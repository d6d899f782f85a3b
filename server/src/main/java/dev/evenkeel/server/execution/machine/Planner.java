package dev.evenkeel.server.execution.machine;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Interpolation;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Scope;
import dev.evenkeel.runbook.Step;
import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.runbook.VersionRule;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.server.execution.machine.PlannedStep.Expectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the plan of a run from its runbook and inputs. */
public final class Planner {
  /** Looking at versions changes nothing, so it need not go one by one. */
  private static final int LOOKS_AT_ONCE = 8;

  private final Runbook runbook;
  private final Map<String, String> inputs;
  private final List<WaveShape> waves;

  private Planner(Runbook runbook, Map<String, String> inputs) {
    this.runbook = runbook;
    this.inputs = Names.ofInputs(runbook, inputs);
    this.waves = WaveShape.of(runbook);
  }

  /**
   * @param inputs the values given; the runbook's own are used for the rest
   * @param rehearsal whether the run turns round at its end
   * @throws dev.evenkeel.runbook.UnknownName when a condition names what is not known when planning
   */
  public static Plan plan(Runbook runbook, Map<String, String> inputs, boolean rehearsal) {
    return new Planner(runbook, inputs).plan(rehearsal);
  }

  /** The waves, worked out for the runbook's targets. */
  public static List<WaveShape> waves(Runbook runbook) {
    return WaveShape.of(runbook);
  }

  private Plan plan(boolean rehearsal) {
    List<Segment> segments = new ArrayList<>();
    segments.add(baseline());
    segments.add(
        checks(Segment.Kind.CHECKS_BEFORE, "Checks before", "before", runbook.checksBefore()));
    for (WaveShape wave : waves) {
      segments.add(targets(wave));
      segments.add(wave(wave));
    }
    segments.add(checks(Segment.Kind.CHECKS_AFTER, "Checks after", "after", runbook.checksAfter()));
    return new Plan(
        segments,
        runbook.watch().judges(),
        runbook.watch().every(),
        runbook.watch().evidenceWithin(),
        runbook.limits().duration(),
        runbook.limits().wayBack(),
        rehearsal);
  }

  private Segment baseline() {
    List<Track> versions =
        runbook.version().stream()
            .flatMap(rule -> runbook.targets().stream().map(target -> versionBefore(rule, target)))
            .toList();
    Duration soak = runbook.watch().judges() ? runbook.watch().baseline() : Duration.ZERO;
    return new Segment(Segment.Kind.BASELINE, "Baseline", 0, versions, LOOKS_AT_ONCE, soak);
  }

  private Track versionBefore(VersionRule rule, Target target) {
    Scope scope = scope(Names.ofTarget(target));
    List<String> accepted =
        rule.from()
            .map(from ->
                List.of(Interpolation.text(from, scope), Interpolation.text(rule.to(), scope)))
            .orElse(List.of());
    Step step = versionStep(rule, "Version before", Optional.of(rule.observe()));
    return one("base/" + target.name() + "/version", step, target.name(), 0, accepted);
  }

  private Segment checks(Segment.Kind kind, String title, String prefix, List<Step> steps) {
    List<Track> tracks = new ArrayList<>();
    List<PlannedStep> planned =
        steps.stream()
            .filter(step -> holds(step, Map.of()))
            .map(step -> planned(prefix + "/" + step.id(), step, "", 0))
            .toList();
    if (!planned.isEmpty()) {
      tracks.add(new Track(prefix, planned));
    }
    return new Segment(kind, title, 0, tracks, 1, Duration.ZERO);
  }

  private Segment targets(WaveShape wave) {
    List<Track> tracks = new ArrayList<>();
    for (Target target : wave.joining()) {
      Map<String, String> names = new HashMap<>(Names.ofTarget(target));
      names.putAll(Names.ofWave(wave, true));
      String prefix = "w" + wave.number() + "/" + target.name() + "/";
      List<PlannedStep> steps = new ArrayList<>();
      for (Step step : runbook.targetSteps()) {
        if (holds(step, names)) {
          steps.add(planned(prefix + step.id(), step, target.name(), wave.number()));
        }
      }
      runbook
          .version()
          .ifPresent(rule -> {
            String to = Interpolation.text(rule.to(), scope(names));
            Step step = versionStep(rule, "Version is " + to, Optional.empty());
            steps.addAll(
                one(prefix + "version", step, target.name(), wave.number(), List.of(to)).steps());
          });
      if (!steps.isEmpty()) {
        tracks.add(new Track(target.name(), steps));
      }
    }
    return new Segment(
        Segment.Kind.TARGETS,
        title(wave) + ": targets",
        wave.number(),
        tracks,
        runbook.rollout().maxUnavailable(),
        Duration.ZERO);
  }

  private Segment wave(WaveShape wave) {
    String prefix = "w" + wave.number() + "/wave/";
    List<PlannedStep> steps = new ArrayList<>();
    for (Step step : runbook.waveSteps()) {
      if (!step.eachUpgraded()) {
        if (holds(step, Names.ofWave(wave, false))) {
          steps.add(planned(prefix + step.id(), step, "", wave.number()));
        }
        continue;
      }
      for (Target target : wave.upgraded()) {
        Map<String, String> names = new HashMap<>(Names.ofTarget(target));
        names.putAll(Names.ofWave(wave, wave.joining().contains(target)));
        if (holds(step, names)) {
          String key = prefix + target.name() + "/" + step.id();
          steps.add(planned(key, step, target.name(), wave.number()));
        }
      }
    }
    List<Track> tracks = steps.isEmpty() ? List.of() : List.of(new Track("wave", steps));
    return new Segment(Segment.Kind.WAVE, title(wave), wave.number(), tracks, 1, wave.soak());
  }

  private String title(WaveShape wave) {
    return "Wave %d of %d (%s)".formatted(wave.number(), waves.size(), wave.name());
  }

  private boolean holds(Step step, Map<String, String> names) {
    return step.when().map(when -> Interpolation.holds(when, scope(names))).orElse(true);
  }

  private Scope scope(Map<String, String> names) {
    Map<String, String> all = new HashMap<>(inputs);
    all.putAll(names);
    return Scope.of(all);
  }

  private static PlannedStep planned(String key, Step step, String target, int wave) {
    return new PlannedStep(new StepKey(key), step, target, wave, new Expectation.Nothing());
  }

  private static Track one(String key, Step step, String target, int wave, List<String> accepted) {
    return new Track(
        target,
        List.of(
            new PlannedStep(
                new StepKey(key), step, target, wave, new Expectation.Version(accepted))));
  }

  private static Step versionStep(VersionRule rule, String title, Optional<ActionCall> revert) {
    return new Step(
        "version",
        title,
        StepClass.REVERSIBLE,
        rule.observe(),
        Optional.empty(),
        revert,
        Duration.ofSeconds(60),
        4,
        Duration.ofSeconds(1),
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        Where.NOWHERE);
  }
}
