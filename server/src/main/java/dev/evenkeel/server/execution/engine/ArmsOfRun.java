package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.machine.PlannedStep;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.Segment;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.health.Watchtower.Arms;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which targets are upgraded and which are still untouched. Those being worked on are
 * neither: what they show now is held against nobody.
 */
final class ArmsOfRun {
  private ArmsOfRun() {}

  static Arms of(Plan plan, RunState state, List<String> targets) {
    Map<String, Instant> upgraded = new HashMap<>();
    Set<String> waiting = new HashSet<>(targets);
    for (Segment segment : plan.segments()) {
      if (segment.kind() != Segment.Kind.TARGETS) {
        continue;
      }
      for (var track : segment.tracks()) {
        List<StepState> states =
            track.steps().stream()
                .map(PlannedStep::key)
                .flatMap(key -> state.step(key).stream())
                .toList();
        if (!states.isEmpty()) {
          waiting.remove(track.name());
        }
        boolean settled =
            states.size() == track.steps().size()
                && states.stream().allMatch(step -> step.phase().settled());
        if (settled) {
          Instant since =
              states.stream().map(StepState::since).max(Instant::compareTo).orElseThrow();
          upgraded.put(track.name(), since);
        }
      }
    }
    return new Arms(upgraded, waiting, state.changeBegan());
  }
}
