package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.deadline.Deadlines;
import dev.evenkeel.server.tasks.deadline.Timed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A process that is launched into upgrades, or a worksheet that is printed. */
@Says("a process that is launched into upgrades, or a worksheet that is printed")
@Keys(exactlyOne = {"steps", "modules", "sheets"})
public record Template(
    @Says("identifies the template") @Spelled(Names.ENTRY) String name,
    @Says("what people call it") String title,
    @Says("what it is for") Optional<String> description,
    @Says("whose duty its steps are that name no owner") Optional<OwnerText> owner,
    @Says("how long the whole is meant to take") Optional<Cycle> cycle,
    @Says("the steps, in order") List<Step> steps,
    @Says("steps in groups, in order") List<StepGroup> modules,
    @Says("the parts of a worksheet") List<Sheet> sheets,
    @Says("who is told what, when something happens") List<Automation> automations) {

  /** All steps, in order. */
  public List<Step> allSteps() {
    return Stream.concat(steps.stream(), modules.stream().flatMap(one -> one.steps().stream()))
        .toList();
  }

  public boolean isWorksheet() {
    return !sheets.isEmpty();
  }

  /**
   * What decides the deadlines.
   *
   * @param basis of the steps that count from the one before them, instead of that
   */
  public List<Timed> timed(Optional<Basis> basis) {
    return allSteps().stream()
        .map(step ->
            new Timed(
                step.key(),
                step.basis() == Basis.PREVIOUS_STEP ? basis.orElse(step.basis()) : step.basis(),
                step.timing(),
                step.after(),
                Optional.empty(),
                Optional.empty()))
        .toList();
  }

  /** Days from the launch to the last deadline that counts from it. */
  public long days(Optional<Basis> basis) {
    return Deadlines.days(timed(basis));
  }

  /** Whether some step counts from the one before it. */
  public boolean countsFromPrevious() {
    return allSteps().stream().anyMatch(step -> step.basis() == Basis.PREVIOUS_STEP);
  }

  /** What is doubtful, though it may be meant so. */
  public List<String> advice() {
    long asWritten = days(Optional.empty());
    return cycle
        .filter(one -> asWritten > one.atMost().toDays())
        .map(one ->
            "Its deadlines come to %d days one after the other; it states at most %d. Counted from the launch instead, they end on day %d."
                .formatted(asWritten, one.atMost().toDays(), days(Optional.of(Basis.LAUNCH))))
        .stream()
        .toList();
  }
}
