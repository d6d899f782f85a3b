package dev.evenkeel.server.execution.store;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How far a run is, in a few numbers: two marks differ where something happened in between.
 *
 * @param version counts the changes of the state
 * @param seq number of the newest line of the log
 * @param judged when the newest verdict was given, in microseconds since 1970
 * @param waiting changes with what the attempts under way wait for
 * @param printed characters printed by the attempts under way
 */
public record RunMark(long version, long seq, long judged, long waiting, long printed) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,18})\\.(-?\\d{1,18})\\.(\\d{1,18})");

  /** A run nobody has looked at yet. */
  public static final RunMark NONE = new RunMark(0, 0, 0, 0, 0);

  /** What of a run may have changed. */
  public enum Part {
    /** Its state or its log. */
    RUN,
    /** The verdicts. */
    WATCH,
    /** What the attempts under way wait for. */
    STEPS,
    /** What they printed. */
    OUTPUT
  }

  /** What happened between an earlier mark and this one. */
  public Set<Part> since(RunMark earlier) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    if (version != earlier.version || seq != earlier.seq) {
      parts.add(Part.RUN);
    }
    if (judged != earlier.judged) {
      parts.add(Part.WATCH);
    }
    if (waiting != earlier.waiting) {
      parts.add(Part.STEPS);
    }
    if (printed != earlier.printed) {
      parts.add(Part.OUTPUT);
    }
    return parts;
  }

  /** Reads what {@link #toString} wrote; empty when it did not. */
  public static Optional<RunMark> parse(String text) {
    var numbers = WRITTEN.matcher(text);
    return numbers.matches()
        ? Optional.of(
            new RunMark(
                Long.parseLong(numbers.group(1)),
                Long.parseLong(numbers.group(2)),
                Long.parseLong(numbers.group(3)),
                Long.parseLong(numbers.group(4)),
                Long.parseLong(numbers.group(5))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "%d.%d.%d.%d.%d".formatted(version, seq, judged, waiting, printed);
  }
}
