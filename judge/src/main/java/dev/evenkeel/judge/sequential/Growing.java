package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Opinion.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a number keeps growing that should not, such as memory.
 *
 * <ol>
 *   <li>What is compared are {@link Floors lowest values} over windows of one to five minutes, so
 *       that the saw-tooth of garbage collection does not count.
 *   <li>A target that was there before the trial is held against the highest such floor of its own
 *       fifteen minutes before: higher by more than the margin, and still rising.
 *   <li>A fresh target is held against the mean of the controls' highest floors of the longest
 *       window, with room for unequal hosts, and must rise more clearly: a cold heap fills up for a
 *       while.
 *   <li>When the controls grow as well, so much more is allowed.
 * </ol>
 */
final class Growing {
  private static final int[] WINDOWS = {7, 11, 16, 22, 31};
  private static final int LONGEST = WINDOWS.length - 1;
  private static final int MINUTE = 6;

  /** By how much hosts may differ, as a share. */
  private static final double HOSTS = 0.07;

  private static final double FAR = 1e6;
  private static final int RISES_WITHIN = 24;
  private static final double RISES = 1.006;
  private static final int FRESH_RISES_WITHIN = 48;
  private static final double FRESH_RISES = 1.03;

  private final List<Floors> candidates;
  private final List<Floors> controls;
  private final double[][] own;
  private final double[][] others;
  private final double margin;
  private final Instant began;
  private final List<Moment> course = new ArrayList<>();
  private Optional<Instant> decided = Optional.empty();
  private OptionalDouble effect = OptionalDouble.empty();
  private OptionalDouble candidate = OptionalDouble.empty();
  private OptionalDouble reference = OptionalDouble.empty();
  private long samples;
  private int lastRead = -1;
  private double worst;

  Growing(List<Track> candidate, List<Track> control, double margin, Instant began, Instant now) {
    candidates = candidate.stream().map(track -> Floors.of(track, began, now)).toList();
    controls = control.stream().map(track -> Floors.of(track, began, now)).toList();
    this.margin = margin;
    this.began = began;
    own = highest(candidates);
    others = highest(controls);
    int last = candidates.stream().mapToInt(Floors::last).max().orElse(0);
    for (int step = 1; step <= last; step++) {
      look(step);
    }
  }

  private static double[][] highest(List<Floors> all) {
    return all.stream()
        .map(floors -> {
          var highest = new double[WINDOWS.length];
          for (int w = 0; w < WINDOWS.length; w++) {
            highest[w] = floors.highestBefore(WINDOWS[w]);
          }
          return highest;
        })
        .toArray(double[][]::new);
  }

  private void look(int step) {
    worst = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < candidates.size(); c++) {
      var floors = candidates.get(c);
      if (floors.isRead(step)) {
        samples++;
        lastRead = step;
      }
      for (int w = 0; w < WINDOWS.length; w++) {
        look(floors, own[c][w], w, step);
      }
    }
    if (step % MINUTE == 0) {
      draw(step);
    }
  }

  private void look(Floors floors, double before, int w, int step) {
    boolean fresh = Double.isNaN(before);
    double floor = floors.floor(step, WINDOWS[w], 0);
    if (Double.isNaN(floor) || (fresh && w < LONGEST)) {
      return;
    }
    double allowed = fresh ? ofOthers(w, step) * (1 + HOSTS) : before * trend(w, step);
    if (Double.isNaN(allowed) || allowed <= 0) {
      return;
    }
    if (decided.isPresent()) {
      return;
    }
    if (w == LONGEST && floor / allowed - 1 > worst) {
      tell(floor, allowed);
    }
    double earlier =
        floors.floor(step - (fresh ? FRESH_RISES_WITHIN : RISES_WITHIN), WINDOWS[w], 0);
    boolean rises = floor > earlier * (fresh ? FRESH_RISES : RISES);
    if (rises && floor > allowed * (1 + margin)) {
      decided = Optional.of(Steps.at(began, step * Steps.SHORT));
      tell(floor, allowed);
      draw(step);
    }
  }

  /** Of several targets the worst is told. */
  private void tell(double floor, double allowed) {
    worst = floor / allowed - 1;
    effect = OptionalDouble.of(Math.clamp(worst, -FAR, FAR));
    candidate = OptionalDouble.of(floor);
    reference = OptionalDouble.of(allowed);
  }

  /** How much the controls grew over their own highest floor; 1 when they did not. */
  private double trend(int w, int step) {
    double trend = 1;
    for (int c = 0; c < controls.size(); c++) {
      double grew = controls.get(c).floor(step, WINDOWS[w], Integer.MIN_VALUE) / others[c][w];
      trend = grew > trend ? grew : trend;
    }
    return trend;
  }

  /** The mean of the controls' highest floors, as far as they are known. */
  private double ofOthers(int w, int step) {
    double sum = 0;
    int known = 0;
    for (int c = 0; c < controls.size(); c++) {
      double now = controls.get(c).floor(step, WINDOWS[w], Integer.MIN_VALUE);
      if (!Double.isNaN(now) && !Double.isNaN(others[c][w])) {
        sum += Math.max(now, others[c][w]);
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }

  private void draw(int step) {
    course.add(
        new Moment(
            Steps.at(began, step * Steps.SHORT),
            mean(controls, step),
            mean(candidates, step),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            strength()));
  }

  private static OptionalDouble mean(List<Floors> all, int step) {
    return all.stream()
        .filter(floors -> step <= floors.last())
        .mapToDouble(floors -> floors.floor(step, MINUTE, Integer.MIN_VALUE))
        .filter(floor -> !Double.isNaN(floor))
        .average();
  }

  double strength() {
    if (decided.isPresent()) {
      return 1;
    }
    return margin > 0 && effect.isPresent() ? Math.clamp(effect.getAsDouble() / margin, 0, 1) : 0;
  }

  Optional<Instant> decided() {
    return decided;
  }

  OptionalDouble effect() {
    return effect;
  }

  OptionalDouble candidate() {
    return candidate;
  }

  OptionalDouble reference() {
    return reference;
  }

  long samples() {
    return samples;
  }

  /** Milliseconds since the beginning at which the new version was last read. */
  long lastRead() {
    return lastRead * Steps.SHORT;
  }

  List<Moment> course() {
    return List.copyOf(course);
  }
}
