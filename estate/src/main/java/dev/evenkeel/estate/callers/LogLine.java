package dev.evenkeel.estate.callers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A format whose lines are calls. */
interface LogLine {

  /** In words. */
  String format();

  /** Empty when it is no such line. */
  Optional<Call> read(String line);

  /**
   * One call.
   *
   * @param callee empty when the line does not say it: then it is the system whose log it is
   */
  record Call(List<Mark> caller, List<Mark> callee, Instant at, String what) {}
}
