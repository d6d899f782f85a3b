package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.Rehearsals.Rehearsal;
import java.util.Optional;

/**
 * What a rehearsal that went all the way and back has shown.
 *
 * @param backMillis how long its way back took
 * @param byHand whether a person skipped a step or settled it by hand: then it does not count
 * @param clockMoved whether a clock jumped on its way back: then it does not count either
 */
public record RehearsalView(long backMillis, boolean byHand, boolean clockMoved) {

  static RehearsalView of(Rehearsal rehearsal) {
    return new RehearsalView(
        rehearsal.back().toMillis(), rehearsal.byHand(), rehearsal.clockMoved());
  }

  /** Key of the word for where a run stands; that it is back says too little of a rehearsal. */
  static String word(RunStatus status, Optional<RehearsalView> rehearsal) {
    return rehearsal.map(RehearsalView::word).orElse(status.name());
  }

  private String word() {
    if (byHand) {
      return "REHEARSED_BY_HAND";
    }
    return clockMoved ? "REHEARSED_UNTIMED" : "REHEARSED";
  }
}
