package dev.evenkeel.e2e.lab;

import dev.evenkeel.e2e.lab.Seen.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Judges a run by what the targets have seen. What the orchestrator has written down is no
 * evidence, except against itself: what it says was done must have been.
 */
public final class Oracle {
  private final List<Seen> log;
  private final List<String> violations = new ArrayList<>();

  private Oracle(List<Seen> log) {
    this.log = log;
  }

  /**
   * @param events the log of the run, as the server gives it
   * @return what is wrong; nothing when all is well
   */
  public static List<String> violations(List<Seen> log, JsonNode events) {
    Oracle oracle = new Oracle(log);
    oracle.noTokenTwice();
    oracle.allEnded();
    oracle.nothingAgainWithoutLooking();
    oracle.noEffectTwice();
    oracle.nothingBackAfterTheFinalStep();
    oracle.newestUndoneFirst();
    oracle.nothingAcknowledgedLost(events);
    return oracle.violations;
  }

  private List<Seen> only(What what) {
    return log.stream().filter(seen -> seen.what() == what).toList();
  }

  private void noTokenTwice() {
    Set<String> tokens = new HashSet<>();
    only(What.BEGIN).stream()
        .filter(begin -> !tokens.add(begin.token()))
        .forEach(begin -> violations.add("the same attempt began twice: " + begin));
  }

  private void allEnded() {
    Set<String> ended = only(What.END).stream().map(Seen::token).collect(Collectors.toSet());
    only(What.BEGIN).stream()
        .filter(begin -> !ended.contains(begin.token()))
        .forEach(begin -> violations.add("began and never ended: " + begin));
  }

  private void nothingAgainWithoutLooking() {
    Map<String, Boolean> lookedSince = new LinkedHashMap<>();
    for (Seen seen : log) {
      if (seen.what() == What.LOOK) {
        lookedSince.replace(seen.step(), true);
      } else if (seen.what() == What.BEGIN
          && Boolean.FALSE.equals(lookedSince.put(seen.step(), false))) {
        violations.add("carried out again without looking in between: " + seen);
      }
    }
  }

  private void noEffectTwice() {
    only(What.END).stream()
        .filter(Seen::changed)
        .collect(Collectors.groupingBy(Seen::step, Collectors.counting()))
        .forEach((step, times) -> {
          if (times > 1) {
            violations.add("%s had its effect %d times".formatted(step, times));
          }
        });
  }

  private void nothingBackAfterTheFinalStep() {
    log.stream()
        .dropWhile(seen -> !seen.operation().equals("finalise"))
        .filter(seen -> seen.back() && seen.what() == What.BEGIN)
        .forEach(seen -> violations.add("undone past the point of no return: " + seen));
  }

  /** With one target at a time, the way back is exactly the way there, backwards. */
  private void newestUndoneFirst() {
    List<String> there = steps(false);
    List<String> back = steps(true);
    List<String> expected =
        there.reversed().stream().filter(step -> new HashSet<>(back).contains(step)).toList();
    if (!back.equals(expected)) {
      violations.add("undone in the order %s instead of %s".formatted(back, expected));
    }
  }

  private List<String> steps(boolean back) {
    return only(What.BEGIN).stream()
        .filter(seen -> seen.back() == back)
        .map(seen -> seen.step().substring(0, seen.step().length() - 2))
        .distinct()
        .toList();
  }

  private void nothingAcknowledgedLost(JsonNode events) {
    Set<String> done =
        only(What.END).stream()
            .filter(end -> end.code() == 0)
            .map(Seen::step)
            .collect(Collectors.toSet());
    Set<String> operated = Set.of("backup", "notice", "stop", "switch", "start", "finalise");
    for (JsonNode event : events) {
      String step = event.path("step").asString("").replace('/', '.');
      String direction =
          switch (event.path("what").asString()) {
            case "step-done" -> "-f";
            case "step-reverted" -> "-b";
            default -> "";
          };
      String id = step.substring(step.lastIndexOf('.') + 1);
      if (!direction.isEmpty() && operated.contains(id) && !done.contains(step + direction)) {
        violations.add("said to be done, but no target has seen it: " + event);
      }
    }
  }
}
