package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Condition;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.assembly.Mention;
import dev.evenkeel.runbook.written.CheckText;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.StepText;
import dev.evenkeel.runbook.written.VersionText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds every text in which names may stand, and tells which names stand for something there. */
final class Uses {
  private final RunbookText runbook;
  private final Optional<Facts> facts;
  private final Set<String> steps;
  private final List<Use> all = new ArrayList<>();

  private Uses(RunbookText runbook) {
    this.runbook = runbook;
    this.facts = Optional.of(new Facts(runbook.targets()));
    this.steps =
        Stream.concat(
                Placed.checks(runbook).map(CheckText::id), Placed.steps(runbook).map(StepText::id))
            .collect(Collectors.toSet());
  }

  static List<Use> in(RunbookText runbook) {
    Uses uses = new Uses(runbook);
    uses.collect();
    return uses.all;
  }

  private void collect() {
    Set<String> before = new HashSet<>();
    checks(runbook.checks().before(), before);
    checks(runbook.checks().after(), new HashSet<>(before));
    targetAndWaveSteps(before);
    runbook.version().ifPresent(this::version);
    Visible source = visible("a source", facts, false, true, Set.of());
    runbook.sources().values().stream().flatMap(Mention::in).forEach(m -> mention(m, source));
  }

  private void checks(List<CheckText> checks, Set<String> earlier) {
    for (CheckText check : checks) {
      Visible visible = visible("a check", Optional.empty(), false, true, earlier);
      call(check.run(), visible);
      condition(check.when(), visible);
      earlier.add(check.id());
    }
  }

  private void targetAndWaveSteps(Set<String> before) {
    Set<String> ofTarget = new HashSet<>(before);
    runbook.steps().target().forEach(step -> step(step, facts, "a target step", ofTarget));
    Set<String> ofWave = new HashSet<>(before);
    for (StepText step : runbook.steps().wave()) {
      if (step.each().isPresent()) {
        step(step, facts, "a wave step", ofTarget);
      } else {
        step(step, Optional.empty(), "a wave step without `each: upgraded`", ofWave);
      }
    }
  }

  private void step(StepText step, Optional<Facts> facts, String place, Set<String> earlier) {
    Visible visible = visible(place, facts, true, true, earlier);
    call(step.run(), visible);
    step.observe().ifPresent(call -> call(call, visible));
    condition(step.when(), visible);
    earlier.add(step.id());
    // The way back may use what the step itself brought forth.
    step.revert().ifPresent(call -> call(call, visible(place, facts, true, true, earlier)));
  }

  private void version(VersionText version) {
    Visible planned = visible("`version`", facts, false, false, Set.of());
    version.from().ifPresent(from -> text(from, version.at().whereOf("from"), planned));
    text(version.to(), version.at().whereOf("to"), planned);
    call(version.observe(), visible("`version.observe`", facts, false, true, Set.of()));
  }

  private void text(String text, Where where, Visible visible) {
    all.add(new Use(text, where, false, visible));
  }

  private void call(ActionCall call, Visible visible) {
    Mention.in(call).forEach(mention -> mention(mention, visible));
  }

  private void mention(Mention mention, Visible visible) {
    if (mention.value().text().contains("${") && !Shells.isRaw(mention)) {
      text(mention.value().text(), mention.value().where(), visible);
    }
  }

  private void condition(Optional<Condition> when, Visible visible) {
    when.ifPresent(condition ->
        all.add(
            new Use(
                condition.text(),
                condition.where(),
                true,
                visible("`when`", visible.facts(), visible.wave(), false, Set.of()))));
  }

  private Visible visible(
      String place, Optional<Facts> facts, boolean wave, boolean carriedOut, Set<String> earlier) {
    return new Visible(
        place, runbook.inputs().keySet(), facts, wave, carriedOut, Set.copyOf(earlier), steps);
  }
}
