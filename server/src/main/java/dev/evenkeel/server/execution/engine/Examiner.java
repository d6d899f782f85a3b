package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Input;
import dev.evenkeel.runbook.Reading;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.runbook.Source;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.UnknownName;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.Planner;
import dev.evenkeel.server.execution.store.Rehearsals;
import dev.evenkeel.server.secrets.SecretStore;
import dev.evenkeel.server.shared.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds out beforehand whatever can be known to be wrong with a run, so that it fails here and not
 * at night. Changes nothing.
 */
@Component
public class Examiner {
  private static final Pattern SECRET =
      Pattern.compile("(?<!\\$)\\$\\{\\s*secrets\\.([^}\\s]+)\\s*}");

  /** Stands for the id that the run does not have yet. */
  private static final RunId NOT_YET = new RunId("0");

  private final Rehearsals rehearsals;
  private final SecretStore secrets;
  private final Calls calls;

  Examiner(Rehearsals rehearsals, SecretStore secrets, Calls calls) {
    this.rehearsals = rehearsals;
    this.secrets = secrets;
    this.calls = calls;
  }

  /**
   * @param text of the runbook
   * @param inputs as given; the runbook's own are used for the rest
   */
  public Examined examine(String text, Map<String, String> inputs) {
    Reading reading = RunbookReader.read("runbook", text);
    List<String> wrongInputs =
        reading.runbook().map(book -> wrongInputs(book, inputs)).orElse(List.of());
    List<String> used =
        SECRET.matcher(text).results().map(match -> match.group(1)).distinct().toList();
    List<String> missing = used.stream().filter(name -> secrets.open(name).isEmpty()).toList();
    String digest = Sha256.hexOf(text);
    List<String> wrongCalls = new ArrayList<>();
    Optional<Plan> plan =
        wrongInputs.isEmpty()
            ? reading.runbook().flatMap(book -> plan(book, inputs, wrongCalls))
            : Optional.empty();
    if (missing.isEmpty()) {
      plan.ifPresent(p -> checkCalls(reading.runbook().orElseThrow(), inputs, p, wrongCalls));
    }
    return new Examined(
        reading, wrongInputs, used, missing, digest, rehearsals.wayBack(digest), plan, wrongCalls);
  }

  private static List<String> wrongInputs(Runbook runbook, Map<String, String> given) {
    List<String> wrong = new ArrayList<>();
    new TreeSet<>(given.keySet())
        .stream()
            .filter(name -> !runbook.inputs().containsKey(name))
            .forEach(name ->
                wrong.add(
                    "there is no input '%s'; there are: %s"
                        .formatted(name, String.join(", ", runbook.inputs().keySet()))));
    for (Input input : runbook.inputs().values()) {
      String value = given.getOrDefault(input.name(), input.fallback().orElse(null));
      if (value == null) {
        wrong.add("input '%s' has no default and was not given".formatted(input.name()));
      } else {
        input.objection(value).ifPresent(wrong::add);
      }
    }
    return wrong;
  }

  private static Optional<Plan> plan(
      Runbook runbook, Map<String, String> inputs, List<String> wrong) {
    try {
      return Optional.of(Planner.plan(runbook, inputs, false));
    } catch (UnknownName | UnfitValue conditionOrVersion) {
      wrong.add(String.valueOf(conditionOrVersion.getMessage()));
      return Optional.empty();
    }
  }

  /** Arguments that are known now are bound now. */
  private void checkCalls(
      Runbook runbook, Map<String, String> inputs, Plan plan, List<String> wrong) {
    PlannedRun planned = new PlannedRun(runbook, inputs, plan);
    for (PlannedStep step : plan.steps().values()) {
      List<ActionCall> all = new ArrayList<>(List.of(step.step().run()));
      step.step().observe().ifPresent(all::add);
      step.step().revert().ifPresent(all::add);
      for (ActionCall call : all) {
        try {
          calls.ready(NOT_YET, planned, step, call);
        } catch (UnknownName unknown) {
          if (!unknown.name().startsWith("steps.")) {
            wrong.add(step.key() + ": " + unknown.getMessage());
          }
        } catch (UnfitValue unfit) {
          wrong.add(step.key() + ": " + unfit.getMessage());
        }
      }
    }
    runbook.sources().values().forEach(source -> checkSource(planned, source, wrong));
  }

  /** A source that cannot be read would leave the run unwatched. */
  private void checkSource(PlannedRun planned, Source source, List<String> wrong) {
    List<Optional<Target>> about =
        source.perTarget()
            ? planned.runbook().targets().stream().map(Optional::of).toList()
            : List.of(Optional.empty());
    for (Optional<Target> target : about) {
      try {
        calls.lookout(planned, NOT_YET, source, target);
      } catch (UnknownName | UnfitValue unfit) {
        wrong.add(
            "source %s%s: %s"
                .formatted(
                    source.name(),
                    target.map(t -> " of " + t.name()).orElse(""),
                    unfit.getMessage()));
      }
    }
  }
}
