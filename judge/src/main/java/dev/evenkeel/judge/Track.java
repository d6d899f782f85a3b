package dev.evenkeel.judge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What one source said about one target over time. In which order readings came, and whether one
 * came twice, makes no difference; of two at the same instant one is taken, always the same.
 *
 * @param target the target's name; empty for a source about the whole
 * @param readings the oldest first
 */
public record Track(String target, List<Reading> readings) {
  private static final BinaryOperator<Reading> EITHER =
      BinaryOperator.maxBy(Comparator.comparing(Reading::toString));

  public Track {
    readings = inOrder(readings);
  }

  /** Only what was read in this time, both ends included. */
  public Track between(Instant from, Instant to) {
    return new Track(
        target,
        readings.stream()
            .filter(reading -> !reading.at().isBefore(from) && !reading.at().isAfter(to))
            .toList());
  }

  public Optional<Reading> newest() {
    return readings.isEmpty() ? Optional.empty() : Optional.of(readings.getLast());
  }

  private static List<Reading> inOrder(List<Reading> readings) {
    if (isInOrder(readings)) {
      return List.copyOf(readings);
    }
    var byTime = new TreeMap<Instant, Reading>();
    readings.forEach(reading -> byTime.merge(reading.at(), reading, EITHER));
    return List.copyOf(byTime.values());
  }

  private static boolean isInOrder(List<Reading> readings) {
    for (int i = 1; i < readings.size(); i++) {
      if (readings.get(i - 1).at().compareTo(readings.get(i).at()) >= 0) {
        return false;
      }
    }
    return true;
  }
}
