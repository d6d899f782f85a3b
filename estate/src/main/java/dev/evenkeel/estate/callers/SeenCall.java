package dev.evenkeel.estate.callers;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Calls of one party to another, taken together.
 *
 * @param caller all that is known of it, the surest first
 * @param callee the same
 * @param example of what was called
 */
public record SeenCall(
    List<Mark> caller, List<Mark> callee, long count, Instant first, Instant last, String example) {
  public SeenCall {
    caller = caller.stream().sorted().toList();
    callee = callee.stream().sorted().toList();
  }

  SeenCall and(SeenCall later) {
    return new SeenCall(
        caller,
        callee,
        count + later.count,
        first.isBefore(later.first) ? first : later.first,
        last.isAfter(later.last) ? last : later.last,
        example);
  }

  /** A party in words, such as {@code address 10.0.3.7, agent curl}. */
  public static String words(List<Mark> marks) {
    return marks.stream()
        .map(mark -> mark.kind().word() + " " + mark.value())
        .collect(Collectors.joining(", "));
  }
}
