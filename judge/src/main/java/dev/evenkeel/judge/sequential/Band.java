package dev.evenkeel.judge.sequential;

import java.util.OptionalDouble;

/**
 * Between which values an effect lies, at all times together.
 *
 * <p>A confidence sequence by a normal mixture (Robbins 1970): with S the weighted sum of what
 * blocks of time show and V its variance, {@code |S - effect * W| < sqrt((V + r) ln((V + r) / (r
 * a^2)))} holds at all times with a probability of at least 1 - a, for normal blocks and, as they
 * grow in number, for others (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas 2024). V is the larger
 * of what counting alone explains and what the blocks show, so that over-dispersion and slow noise
 * widen it.
 */
final class Band {
  /** How many first blocks' variance the mixture is tuned to. */
  private static final double TUNED_TO = 5;

  private final double level;
  private double blocks;
  private double weights;
  private double sum;
  private double counted;
  private double squares;
  private double cross;
  private double quadratic;
  private double mixture;

  /**
   * @param level the probability that the effect is ever outside
   */
  Band(double level) {
    this.level = level;
  }

  /**
   * @param effect what one block shows
   * @param weight above 0
   * @param variance of the effect times the weight squared, as far as counting explains it; above 0
   */
  void add(double effect, double weight, double variance) {
    if (!(weight > 0) || !(variance > 0) || !Double.isFinite(effect * weight * weight)) {
      return;
    }
    if (blocks == 0) {
      mixture = TUNED_TO * variance;
    }
    blocks++;
    weights += weight;
    sum += weight * effect;
    counted += variance;
    squares += weight * weight * effect * effect;
    cross += weight * weight * effect;
    quadratic += weight * weight;
  }

  double blocks() {
    return blocks;
  }

  OptionalDouble effect() {
    return blocks == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
  }

  OptionalDouble low() {
    return blocks == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights - half());
  }

  OptionalDouble high() {
    return blocks == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights + half());
  }

  /** Half of its width. */
  double half() {
    double mean = sum / weights;
    double shown = squares - 2 * mean * cross + mean * mean * quadratic;
    double variance = Math.max(counted, blocks > 1 ? shown * blocks / (blocks - 1) : 0);
    return Math.sqrt(
            (variance + mixture) * Math.log((variance + mixture) / (mixture * level * level)))
        / weights;
  }
}
