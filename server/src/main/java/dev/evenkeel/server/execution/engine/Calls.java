package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Catalogue;
import dev.evenkeel.runbook.Interpolation;
import dev.evenkeel.runbook.Scope;
import dev.evenkeel.runbook.Source;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Actions;
import dev.evenkeel.server.execution.machine.Names;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.Planner;
import dev.evenkeel.server.execution.machine.WaveShape;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.secrets.Masking;
import dev.evenkeel.server.secrets.SecretStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes ready what a runbook calls: every {@code ${…}} replaced, arguments bound, the action found.
 */
@Component
class Calls {
  private final Actions actions;
  private final SecretStore secrets;
  private final AttemptStore attempts;

  Calls(Actions actions, SecretStore secrets, AttemptStore attempts) {
    this.actions = actions;
    this.secrets = secrets;
    this.attempts = attempts;
  }

  /**
   * @throws dev.evenkeel.runbook.UnknownName when a name stands for nothing
   * @throws dev.evenkeel.runbook.UnfitValue when a value cannot be what the action needs
   */
  ReadyCall<?> ready(RunId run, PlannedRun planned, PlannedStep step, ActionCall call) {
    return ready(actions.of(call.type()), call, new StepScope(run, planned, step));
  }

  private <A extends Record> ReadyCall<A> ready(
      Action<A> action, ActionCall call, StepScope names) {
    A words = bound(call.args(), action.words(), names, names.opened);
    return new ReadyCall<>(action, words, Masking.of(names.opened));
  }

  /**
   * What is not fit is named in the message, so secrets are hidden there too.
   *
   * @param opened the secrets that the names have stood for
   */
  private static <W extends Record> W bound(
      Value args, Class<W> words, Scope names, List<String> opened) {
    try {
      return Interpolation.bind(args, words, names);
    } catch (UnfitValue unfit) {
      throw new UnfitValue(Masking.of(opened).mask(String.valueOf(unfit.getMessage())));
    }
  }

  /**
   * A metric source to be read, for one target or for the whole.
   *
   * @throws dev.evenkeel.runbook.UnknownName when a name stands for nothing
   * @throws dev.evenkeel.runbook.UnfitValue when a value cannot be what the source needs
   */
  Lookout lookout(PlannedRun planned, RunId run, Source source, Optional<Target> target) {
    Map<String, String> names = new HashMap<>(Names.ofInputs(planned.runbook(), planned.inputs()));
    target.ifPresent(t -> names.putAll(Names.ofTarget(t)));
    names.put("run.id", run.value());
    Class<? extends Record> words = Catalogue.SOURCES.get(source.type());
    if (words == null) {
      throw new IllegalStateException("There is no source " + source.type());
    }
    Scope known = Scope.of(names);
    List<String> opened = new ArrayList<>();
    Scope withSecrets =
        name ->
            known
                .valueOf(name)
                .or(() -> {
                  Optional<String> secret = secret(name);
                  secret.ifPresent(opened::add);
                  return secret;
                });
    Record bound = bound(source.args(), words, withSecrets, opened);
    return new Lookout(source.name(), target.map(Target::name), bound, Masking.of(opened)::mask);
  }

  private Optional<String> secret(String name) {
    return name.startsWith("secrets.")
        ? secrets.open(name.substring("secrets.".length()))
        : Optional.empty();
  }

  /** Resolves names for one step and remembers which secrets were opened. */
  private final class StepScope implements Scope {
    private final Map<String, String> known;
    private final RunId run;
    private final String target;
    private final List<String> opened = new ArrayList<>();
    private Optional<Map<String, Map<String, String>>> outputs = Optional.empty();

    StepScope(RunId run, PlannedRun planned, PlannedStep step) {
      this.run = run;
      this.target = step.target();
      this.known = new HashMap<>(Names.ofInputs(planned.runbook(), planned.inputs()));
      known.put("run.id", run.value());
      planned.runbook().targets().stream()
          .filter(t -> t.name().equals(step.target()))
          .findFirst()
          .ifPresent(t -> known.putAll(Names.ofTarget(t)));
      if (step.wave() > 0) {
        WaveShape wave = Planner.waves(planned.runbook()).get(step.wave() - 1);
        boolean joins = wave.joining().stream().anyMatch(t -> t.name().equals(step.target()));
        known.putAll(Names.ofWave(wave, joins));
      }
    }

    @Override
    public Optional<String> valueOf(String name) {
      Optional<String> secret = secret(name);
      secret.ifPresent(opened::add);
      return Optional.ofNullable(known.get(name)).or(() -> secret).or(() -> output(name));
    }

    private Optional<String> output(String name) {
      String[] parts = name.split("\\.", 3);
      if (parts.length != 3 || !parts[0].equals("steps")) {
        return Optional.empty();
      }
      if (outputs.isEmpty()) {
        outputs = Optional.of(attempts.outputs(run, target));
      }
      return Optional.ofNullable(outputs.get().getOrDefault(parts[1], Map.of()).get(parts[2]));
    }
  }
}
