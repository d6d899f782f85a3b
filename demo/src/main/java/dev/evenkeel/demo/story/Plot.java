package dev.evenkeel.demo.story;

import dev.evenkeel.demo.app.Fault;
import dev.evenkeel.demo.fleet.Release;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is played.
 *
 * @param acts one after the other, each beginning where the one before ended
 */
public record Plot(List<Act> acts) {

  private static final String CRASH = "crash-server";

  public Plot {
    acts = List.copyOf(acts);
  }

  /** A good upgrade, and then a bad one that is taken back. */
  public static Plot whole() {
    return new Plot(
        List.of(
            new Act(Release.OLD, Release.NEW, false),
            new Act(Release.NEW, Release.bad(Fault.ERRORS), false)));
  }

  /**
   * One upgrade to what {@code --fault} names.
   *
   * @throws IllegalArgumentException naming the words there are
   */
  public static Plot of(String fault) {
    if (!faults().contains(fault)) {
      throw new IllegalArgumentException(
          "There is no fault '%s'. Known are: %s.".formatted(fault, String.join(", ", faults())));
    }
    boolean crash = fault.equals(CRASH);
    Release to = Release.bad(crash ? Fault.NONE : Fault.of(fault));
    return new Plot(List.of(new Act(Release.OLD, to, crash)));
  }

  /** The words {@link #of} knows. */
  public static List<String> faults() {
    return Stream.concat(Arrays.stream(Fault.values()).map(Fault::word), Stream.of(CRASH)).toList();
  }

  /** What the fleet runs at the beginning. */
  public Release opening() {
    return acts.getFirst().from();
  }
}
