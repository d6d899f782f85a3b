package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Durations;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Step;
import dev.evenkeel.runbook.StepClass;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.execution.machine.Planner;
import dev.evenkeel.server.execution.machine.Spoken;
import dev.evenkeel.server.execution.machine.WaveShape;
import java.util.List;
import java.util.stream.Stream;

/** What a run of a runbook would do, in words. Pure. */
public record Outlook(
    List<WaveLine> waves, List<StepLine> steps, List<RuleLine> rules, String limits, int together) {

  /** A wave with the targets that join in it. */
  public record WaveLine(String title, String targets, String share) {}

  /**
   * @param part when it is carried out
   * @param back how it is undone; empty when there is nothing to undo it with
   * @param note of its class, where it is not the usual one
   */
  public record StepLine(
      String part, String title, String does, String back, String note, String timeout) {}

  /** A watch rule, with what it warns of and what turns the run back. */
  public record RuleLine(String name, String about, String warning, String breach) {}

  static Outlook of(Runbook runbook) {
    return new Outlook(
        Planner.waves(runbook).stream().map(Outlook::wave).toList(),
        Stream.of(
                steps("before the first change", runbook.checksBefore(), true),
                steps("on every target", runbook.targetSteps(), false),
                steps("after every wave", runbook.waveSteps(), false),
                steps("after the last wave", runbook.checksAfter(), true))
            .flatMap(s -> s)
            .toList(),
        Stream.concat(
                runbook.watch().rules().stream().map(Outlook::rule),
                runbook.watch().compared().stream().map(Outlook::compared))
            .toList(),
        limits(runbook),
        runbook.rollout().maxUnavailable());
  }

  private static WaveLine wave(WaveShape wave) {
    List<String> names = wave.joining().stream().map(Target::name).toList();
    String targets =
        names.isEmpty()
            ? "no further target"
            : String.join(", ", names.stream().limit(12).toList())
                + (names.size() > 12 ? " and %d more".formatted(names.size() - 12) : "");
    return new WaveLine(
        "%d · %s".formatted(wave.number(), wave.name()),
        targets,
        "%d %% of targets, %d %% of traffic, then %s"
            .formatted(
                Math.round(wave.share() * 100),
                Math.round(wave.traffic() * 100),
                wave.soak().isZero() ? "not watched" : "watched for " + Spoken.of(wave.soak())));
  }

  private static Stream<StepLine> steps(String part, List<Step> steps, boolean check) {
    return steps.stream()
        .map(step ->
            new StepLine(
                part + (step.eachUpgraded() ? ", for every target upgraded so far" : ""),
                step.title(),
                CallWords.of(step.run()),
                step.revert().map(CallWords::of).orElse(""),
                note(step, check),
                Durations.text(step.timeout())));
  }

  private static String note(Step step, boolean check) {
    String kind =
        switch (step.stepClass()) {
          case REVERSIBLE -> "";
          case COMPENSABLE -> "made good, not restored";
          case POINT_OF_NO_RETURN -> "point of no return";
        };
    boolean harmless =
        step.revert().isEmpty()
            && step.stepClass() != StepClass.POINT_OF_NO_RETURN
            && (check || CallWords.changesNothing(step.run()));
    return step.when().map(when -> "only when " + when.text() + ". ").orElse("")
        + (harmless ? "changes nothing" : kind);
  }

  private static RuleLine rule(WatchRule rule) {
    return new RuleLine(
        rule.name(),
        RuleWords.about(rule),
        rule.warning().map(t -> RuleWords.of(t, rule)).orElse(""),
        rule.breach().map(t -> RuleWords.of(t, rule)).orElse(""));
  }

  private static RuleLine compared(Compared metric) {
    return new RuleLine(
        metric.name(), RuleWords.about(metric), "", "surely " + RuleWords.worse(metric));
  }

  private static String limits(Runbook runbook) {
    String duration =
        runbook.limits().duration().map(d -> "at most " + Spoken.of(d)).orElse("no limit of time");
    return duration
        + runbook
            .limits()
            .wayBack()
            .map(d -> ", of it %s for the way back".formatted(Spoken.of(d)))
            .orElse("");
  }
}
