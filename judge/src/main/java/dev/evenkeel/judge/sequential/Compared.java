package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Opinion.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one comparison went: evidence after every step, the interval of the effect after every block
 * of six, and when the evidence was enough.
 */
final class Compared {
  private static final int BLOCK = 6;

  /** A million times as much; no interval reaches farther. */
  private static final double FAR = Math.log(1e6);

  private final Comparison comparison;
  private final double share;
  private final double warmUp;
  private final Instant began;
  private final double[] ours;
  private final double[] theirs;
  private final double[] allOurs;
  private final double[] allTheirs;
  private final Band cold;
  private final Band warm;
  private final List<Moment> course = new ArrayList<>();
  private final double margin;
  private Optional<Instant> decided = Optional.empty();
  private double strength;
  private int gathered;
  private boolean allWarm = true;
  private boolean ofTheTail;
  private double priorSum;
  private double priorWeight;
  private double priorBlocks;
  private long first = -1;
  private long last = -1;

  private Compared(Comparison comparison, Trial trial, double margin, double share) {
    this.comparison = comparison;
    this.margin = comparison.isLogarithmic() ? Math.log1p(margin) : margin;
    this.share = share;
    this.warmUp = trial.warmUp().toMillis() / 1000.0;
    this.began = trial.began();
    int counts = comparison.counts(new double[comparison.width()]).length;
    ours = new double[counts];
    theirs = new double[counts];
    allOurs = new double[counts];
    allTheirs = new double[counts];
    double level = comparison.evidence().isPresent() ? trial.falseAlarms() : share;
    cold = new Band(level);
    warm = new Band(level);
  }

  /**
   * @param share the probability of a false alarm that falls to this comparison
   * @param now nothing later is looked at
   */
  static Compared of(
      Comparison comparison,
      List<Track> candidate,
      List<Track> control,
      Trial trial,
      double margin,
      double share,
      Instant now) {
    var compared = new Compared(comparison, trial, margin, share);
    var strata =
        Stratum.of(
            comparison.read(candidate, trial.began(), now),
            comparison.read(control, trial.began(), now),
            comparison);
    var evidence = comparison.evidence();
    for (var stratum : strata) {
      compared.take(stratum, evidence);
    }
    compared.endBlock();
    return compared;
  }

  private void take(Stratum stratum, Optional<Evidence> evidence) {
    double value = evidence.map(e -> e.after(stratum)).orElse(0.0);
    if (stratum.running() && first < 0) {
      endBlockBefore();
      first = stratum.at();
    }
    add(ours, stratum.candidate());
    add(theirs, stratum.control());
    gathered++;
    if (!stratum.running()) {
      if (gathered == BLOCK) {
        endBlockBefore();
      }
      return;
    }
    last = stratum.at();
    add(allOurs, stratum.candidate());
    add(allTheirs, stratum.control());
    allWarm &= stratum.age() >= warmUp;
    if (evidence.isPresent()) {
      boolean plausible = evidence.get().isPlausible();
      strength = plausible ? Math.clamp(Math.log(value) / -Math.log(share), 0, 1) : 0;
      if (decided.isEmpty() && value * share >= 1 && plausible) {
        decide(stratum.at());
        ofTheTail = evidence.get() instanceof LatencyEvidence latency && latency.isOfTheTail();
      }
    }
    if (gathered == BLOCK) {
      endBlock();
    }
  }

  private void decide(long at) {
    decided = Optional.of(Steps.at(began, at));
    strength = 1;
    endBlock();
  }

  /** What these very hosts differed by before the new version came. */
  private void endBlockBefore() {
    comparison
        .block(ours, theirs)
        .ifPresent(block -> {
          priorSum += block.weight() * block.effect();
          priorWeight += block.weight();
          priorBlocks++;
        });
    clearBlock();
  }

  private void endBlock() {
    if (gathered == 0 || last < 0) {
      return;
    }
    comparison.block(ours, theirs).ifPresent(this::toBands);
    if (comparison.evidence().isEmpty()) {
      decideByBand();
    }
    var band = band();
    course.add(
        new Moment(
            Steps.at(began, last),
            comparison.level(theirs),
            comparison.level(ours),
            told(band.low()),
            told(band.high()),
            decided.isPresent() ? 1 : strength));
    clearBlock();
  }

  private void toBands(Comparison.Block block) {
    double effect = block.effect() - hostsDiffered();
    cold.add(effect, block.weight(), block.variance());
    if (allWarm) {
      warm.add(effect, block.weight(), block.variance());
    }
  }

  /** Only where intervals alone decide; the evidence reckons with unequal hosts itself. */
  private double hostsDiffered() {
    return comparison.evidence().isPresent() || priorWeight <= 0
        ? 0
        : priorSum / priorWeight * priorBlocks / (priorBlocks + 3);
  }

  private void decideByBand() {
    if (warm.blocks() < 3) {
      return;
    }
    double effect = warm.effect().orElseThrow();
    strength = Math.clamp((effect - margin) / Math.max(1e-12, warm.half()), 0, 1);
    if (decided.isEmpty() && warm.low().orElseThrow() > margin) {
      decided = Optional.of(Steps.at(began, last));
    }
  }

  private void clearBlock() {
    Arrays.fill(ours, 0);
    Arrays.fill(theirs, 0);
    gathered = 0;
    allWarm = true;
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  /** An effect as people are told it. */
  private OptionalDouble told(OptionalDouble effect) {
    return comparison.isLogarithmic()
        ? effect.stream().map(log -> Math.expm1(Math.min(log, FAR))).findFirst()
        : effect;
  }

  /** Without the time in which a cold start is expected, as soon as there is other. */
  private Band band() {
    return warm.blocks() > 0 ? warm : cold;
  }

  boolean isWarm() {
    return warm.blocks() >= 2;
  }

  Optional<Instant> decided() {
    return decided;
  }

  /** Whether the breach is of the slowest answers alone. */
  boolean isOfTheTail() {
    return ofTheTail;
  }

  double strength() {
    return decided.isPresent() ? 1 : strength;
  }

  OptionalDouble effect() {
    return told(band().effect());
  }

  OptionalDouble low() {
    return told(band().low());
  }

  OptionalDouble high() {
    return told(band().high());
  }

  OptionalDouble candidate() {
    return comparison.level(allOurs);
  }

  OptionalDouble control() {
    return comparison.level(allTheirs);
  }

  double samples() {
    return comparison.samples(allOurs);
  }

  /** Samples of the new version a second. */
  double pace() {
    double seconds = last < 0 ? 0 : (last - first) / 1000.0 + Steps.SHORT / 1000.0;
    return seconds > 0 ? samples() / seconds : 0;
  }

  /** How many samples more would make the interval half as wide as the effect leaves room. */
  double missing() {
    var band = band();
    if (band.blocks() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double room = Math.abs(margin - band.effect().orElseThrow());
    double factor = Math.pow(band.half() / Math.max(room, margin / 10 + 1e-9), 2);
    return Math.max(1, samples() * (Math.min(factor, 1e4) - 1));
  }

  /** Milliseconds since the beginning at which both parts were last seen; negative before that. */
  long last() {
    return last;
  }

  List<Moment> course() {
    return List.copyOf(course);
  }
}
