package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Input;
import dev.evenkeel.runbook.Reading;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.UnknownName;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.Planner;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.secrets.SecretStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes runs in: whatever can be known to be wrong is refused here, before anything happens. */
@Component
public class Intake {
  private static final Pattern SECRET =
      Pattern.compile("(?<!\\$)\\$\\{\\s*secrets\\.([^}\\s]+)\\s*}");

  private final RunStore runs;
  private final RunLog log;
  private final SecretStore secrets;
  private final Calls calls;
  private final Clock clock;
  private final RandomGenerator random;

  Intake(
      RunStore runs,
      RunLog log,
      SecretStore secrets,
      Calls calls,
      Clock clock,
      RandomGenerator random) {
    this.runs = runs;
    this.log = log;
    this.secrets = secrets;
    this.calls = calls;
    this.clock = clock;
    this.random = random;
  }

  /**
   * @throws Refused with all that is wrong
   */
  @Transactional
  public RunId take(NewRun asked, Actor actor) {
    Runbook runbook = read(asked.runbook());
    checkInputs(runbook, asked.inputs());
    checkSecrets(asked.runbook());
    String digest = digest(asked.runbook());
    checkRehearsal(asked, digest);
    RunId id = RunId.random(random);
    checkCalls(id, runbook, asked);
    Instant now = clock.instant();
    runs.add(
        new StoredRun(
            id,
            runbook.name(),
            runbook.title(),
            asked.kind(),
            asked.waiver(),
            asked.runbook(),
            digest,
            asked.inputs(),
            RunState.ready(),
            1,
            now,
            actor.name()));
    log.append(id, now, actor.name(), new Entry("run-taken", Optional.empty(), runbook.title()));
    asked
        .waiver()
        .ifPresent(
            why -> log.append(id, now, actor.name(), new Entry("waived", Optional.empty(), why)));
    return id;
  }

  private static Runbook read(String text) {
    Reading reading = RunbookReader.read("runbook", text);
    return reading
        .runbook()
        .orElseThrow(() ->
            new Refused(
                    Refused.Kind.INVALID,
                    "The runbook has %d error%s; the first: line %d: %s"
                        .formatted(
                            reading.errors().size(),
                            reading.errors().size() == 1 ? "" : "s",
                            reading.errors().getFirst().where().line(),
                            reading.errors().getFirst().message()))
                .with("findings", reading.findings()));
  }

  private static void checkInputs(Runbook runbook, Map<String, String> given) {
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
    refuse("The inputs do not fit: %s.", wrong);
  }

  private void checkSecrets(String text) {
    List<String> missing =
        SECRET
            .matcher(text)
            .results()
            .map(match -> match.group(1))
            .distinct()
            .filter(name -> secrets.open(name).isEmpty())
            .map(name -> "'%s' (set it with: evenkeel secret set %s)".formatted(name, name))
            .toList();
    refuse("The runbook needs secrets that are not there: %s.", missing);
  }

  private void checkRehearsal(NewRun asked, String digest) {
    if (asked.kind() == RunKind.PRODUCTION
        && asked.waiver().filter(why -> !why.isBlank()).isEmpty()
        && !runs.wayBackRehearsed(digest)) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "The way back of this runbook was never rehearsed as it stands. Rehearse it (evenkeel run start --rehearsal), or say why it may run without (--waive REASON).");
    }
  }

  /**
   * Arguments that are known now are bound now, so that a wrong one fails here and not at night.
   */
  private void checkCalls(RunId id, Runbook runbook, NewRun asked) {
    Plan plan = Planner.plan(runbook, asked.inputs(), false);
    PlannedRun planned = new PlannedRun(runbook, asked.inputs(), plan);
    List<String> wrong = new ArrayList<>();
    for (PlannedStep step : plan.steps().values()) {
      List<dev.evenkeel.runbook.ActionCall> all = new ArrayList<>(List.of(step.step().run()));
      step.step().observe().ifPresent(all::add);
      step.step().revert().ifPresent(all::add);
      for (dev.evenkeel.runbook.ActionCall call : all) {
        try {
          calls.ready(id, planned, step, call);
        } catch (UnknownName unknown) {
          if (!unknown.name().startsWith("steps.")) {
            wrong.add(step.key() + ": " + unknown.getMessage());
          }
        } catch (UnfitValue unfit) {
          wrong.add(step.key() + ": " + unfit.getMessage());
        }
      }
    }
    refuse("The runbook does not fit its inputs and targets: %s.", wrong);
  }

  private static void refuse(String sentence, List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw new Refused(
              Refused.Kind.INVALID,
              sentence.formatted(String.join("; ", wrong.stream().limit(20).toList())))
          .with("problems", wrong);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
