package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Track;
import java.util.List;

/**
 * One metric of the new version and what it is held against.
 *
 * @param name what people call it; unique in its trial
 * @param margin how much worse does not matter yet, in the unit of the kind; 0 or more
 * @param candidate of the new version, a track a target; readings from before the trial show how
 *     these very targets did on the old version
 * @param control of targets still on the old version, at the same time
 * @param history of the old version at the same hours of earlier days, moved forward to now; a
 *     track a day and target
 */
public record Pair(
    String name,
    Kind kind,
    double margin,
    List<Track> candidate,
    List<Track> control,
    List<Track> history) {
  public Pair {
    if (!(margin >= 0 && margin <= 1e9)) {
      throw new IllegalArgumentException(
          "Pair %s: a margin is 0 or more, not %s".formatted(name, margin));
    }
    candidate = List.copyOf(candidate);
    control = List.copyOf(control);
    history = List.copyOf(history);
  }

  /** With the margin of its kind and no history. */
  public static Pair of(String name, Kind kind, List<Track> candidate, List<Track> control) {
    return new Pair(name, kind, kind.margin(), candidate, control, List.of());
  }
}
