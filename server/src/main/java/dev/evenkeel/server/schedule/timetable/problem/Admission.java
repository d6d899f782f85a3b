package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import java.util.Map;

/** Whether an upgrade can be planned at all, by itself; says why not. */
record Admission(
    SlotGrid grid, Openings openings, LeadSlots lead, Map<String, ?> budgets, Findings findings) {

  boolean admits(Candidate one) {
    one.plan().warnings().forEach(warning -> findings.warned(one, "%s", warning));
    one.plan().hints().forEach(hint -> findings.warned(one, "%s", hint));
    return hasWay(one) && isInTime(one) && fitsAWindow(one) && hasMoney(one);
  }

  private boolean hasWay(Candidate one) {
    if (one.plan().ways().isEmpty()) {
      findings.leftOut(
          one,
          "There is no way left to do %s. Say a way on its tab Schedule, or what keeps it from each.",
          one.title());
      return false;
    }
    return true;
  }

  private boolean isInTime(Candidate one) {
    if (lead.release(one) >= grid.slots()) {
      findings.leftOut(
          one,
          "%s can happen on %s at the earliest, after its audit and its tests; the timetable ends before. Plan further ahead, or take less time for them.",
          one.title(),
          one.plan().lead().earliest());
      return false;
    }
    return true;
  }

  private boolean fitsAWindow(Candidate one) {
    int longest = openings.of(one).longest(lead.release(one));
    int shortest = one.plan().ways().stream().mapToInt(this::length).min().orElseThrow();
    if (longest < shortest) {
      findings.leftOut(
          one,
          "No window is long enough for %s: it takes %s with its buffer and its way back, the longest opening from %s on is %s. Open a longer window, move a freeze, or make it shorter.",
          one.title(),
          words(shortest),
          one.plan().lead().earliest(),
          words(longest));
      return false;
    }
    return true;
  }

  private int length(UpgradePlan.Way way) {
    return lead.length(way);
  }

  private String words(int slots) {
    long minutes = (long) slots * grid.minutes();
    return minutes % 60 == 0
        ? "%d h".formatted(minutes / 60)
        : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }

  private boolean hasMoney(Candidate one) {
    String budget = one.plan().budget().filter(name -> !budgets.containsKey(name)).orElse("");
    if (!budget.isEmpty()) {
      findings.leftOut(
          one,
          "%s is paid from '%s', and there is no such budget. Add it to the estate, or mend its name.",
          one.title(),
          budget);
      return false;
    }
    return true;
  }
}
