package dev.evenkeel.runbook.assembly;

import dev.evenkeel.runbook.Input;
import dev.evenkeel.runbook.Limits;
import dev.evenkeel.runbook.Rollout;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Source;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.runbook.VersionRule;
import dev.evenkeel.runbook.Watch;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the runbook of what was written. Only for texts without errors. */
public final class Assembly {
  private Assembly() {}

  public static Runbook runbook(RunbookText text) {
    return new Runbook(
        text.name(),
        text.title().orElse(text.name()),
        text.description().orElse(""),
        text.systems(),
        inputs(text),
        text.version().map(v -> new VersionRule(v.from(), v.to(), v.observe())),
        text.targets().stream().map(t -> new Target(t.name(), t.group(), t.facts())).toList(),
        new Rollout(
            Waves.of(text),
            text.rollout().maxUnavailable().of(text.targets().size()),
            text.rollout().orderBy()),
        text.checks().before().stream().map(Steps::of).toList(),
        text.steps().target().stream().map(Steps::of).toList(),
        text.steps().wave().stream().map(Steps::of).toList(),
        text.checks().after().stream().map(Steps::of).toList(),
        sources(text),
        new Watch(
            text.watch().every(),
            text.watch().baseline(),
            text.watch().evidenceWithin(),
            text.watch().rules().stream().map(WatchRules::of).toList(),
            text.watch().compare().map(Comparisons::of)),
        new Limits(text.limits().duration(), text.limits().wayBack()));
  }

  private static Map<String, Input> inputs(RunbookText text) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    text.inputs()
        .forEach((name, input) ->
            inputs.put(
                name,
                new Input(
                    name,
                    input.type(),
                    input.description().orElse(""),
                    input.fallback(),
                    input.allowed())));
    return inputs;
  }

  private static Map<String, Source> sources(RunbookText text) {
    Map<String, Source> sources = new LinkedHashMap<>();
    text.sources()
        .forEach((name, source) ->
            sources.put(
                name,
                new Source(
                    name,
                    source.type(),
                    source.args(),
                    Mention.in(source)
                        .flatMap(Mention::names)
                        .anyMatch(n -> n.startsWith("target.")),
                    source.where())));
    return sources;
  }
}
