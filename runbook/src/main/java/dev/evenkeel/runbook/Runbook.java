package dev.evenkeel.runbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one upgrade is carried out: targets, waves, checks, steps, watch rules and the way back.
 *
 * @param name identifies the runbook across its versions; lower-case letters, digits and hyphens
 * @param title one line for people
 * @param systems which systems of the estate it changes, beside targets that are called like one
 * @param inputs values asked for when a run is started, by name, in the order written
 * @param version how the version of a target is told; empty when targets have none to tell
 * @param targets what is upgraded, in the order written; never empty
 * @param checksBefore steps that must pass before the first change; they change nothing
 * @param targetSteps steps carried out once on every target
 * @param waveSteps steps carried out once a wave, after the wave's targets are done
 * @param checksAfter steps that must pass after the last wave
 * @param sources where the watch gets its numbers, by name
 */
public record Runbook(
    String name,
    String title,
    String description,
    List<String> systems,
    Map<String, Input> inputs,
    Optional<VersionRule> version,
    List<Target> targets,
    Rollout rollout,
    List<Step> checksBefore,
    List<Step> targetSteps,
    List<Step> waveSteps,
    List<Step> checksAfter,
    Map<String, Source> sources,
    Watch watch,
    Limits limits) {

  public Runbook {
    systems = List.copyOf(systems);
    inputs = Ordered.copyOf(inputs);
    targets = List.copyOf(targets);
    checksBefore = List.copyOf(checksBefore);
    targetSteps = List.copyOf(targetSteps);
    waveSteps = List.copyOf(waveSteps);
    checksAfter = List.copyOf(checksAfter);
    sources = Ordered.copyOf(sources);
  }
}
