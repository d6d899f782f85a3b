package dev.evenkeel.judge.sequential;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Evidence that answers take longer on the new version: all of them, or the slowest twentieth.
 *
 * <p>The answers of both parts in one step are a finite population. Which of them came from the new
 * version is what is judged, bucket by bucket, given how many each part had: so whatever slows both
 * cancels, and no distribution is assumed but how the shape moves ({@link LatencyShape}).
 */
final class LatencyEvidence implements Evidence {
  private static final double CAP = 2.5;
  private static final double SWITCH = 0.003;

  /** All answers slower: logarithms of the factor, as multiples of the margin's. */
  private static final double[] BODY = {1.04, 1.43, 1.87, 2.36, 3.02, 3.84, 4.94};

  private static final double[] BODY_SHARE = {0.1, 0.1, 0.06, 0.06, 0.06, 0.06, 0.06};

  /** The slowest twentieth slower, likewise. */
  private static final double[] TAIL = {1.44, 2.58, 3.8, 6.03};

  private static final double[] TAIL_SHARE = {0.15, 0.15, 0.1, 0.1};

  /** The largest difference that is not worse, as a share of the margin's logarithm. */
  private static final double TOLERATED = 0.66;

  /** More answers than this in one step tell no more. */
  private static final double FULL = 20_000;

  /** How much of the margin the answers of the last two minutes must allow for. */
  private static final double PLAUSIBLE = 0.8;

  /** Less than this is no answer. */
  private static final double NONE = 1e-6;

  private final double margin;
  private final double warmUp;
  private final LatencyShape shape;
  private final HostNoise noise;
  private final Onset onset = new Onset();
  private final double[] shifts;
  private final double[] likelihoods;
  private final double[] ratio;
  private final double[] bets = new double[BODY.length + TAIL.length];
  private final Lately lately;
  private double value;
  private double newton;

  /**
   * @param bounds of the histogram in milliseconds, ascending, at least two
   * @param margin how much slower does not matter, as a share
   * @param spread the standard deviation of the logarithm by which hosts differ
   * @param warmUp seconds
   */
  LatencyEvidence(double[] bounds, double margin, double spread, double warmUp) {
    this.margin = Math.log1p(Math.clamp(margin, 0.05, 2));
    this.warmUp = warmUp;
    shape = new LatencyShape(bounds);
    lately = new Lately(bounds);
    noise = new HostNoise(TOLERATED * this.margin, spread);
    shifts = shifts(this.margin);
    likelihoods = new double[shifts.length];
    ratio = new double[bounds.length + 1];
  }

  /** Whether it is the slowest answers alone that the evidence speaks of. */
  boolean isOfTheTail() {
    double body = Arrays.stream(bets, 0, BODY.length).sum();
    return Arrays.stream(bets, BODY.length, bets.length).sum() > body;
  }

  /**
   * All answers together must be slower by about what matters; of the slowest alone there are few.
   */
  @Override
  public boolean isPlausible() {
    return isOfTheTail() ? lately.canHaveALongerTail() : lately.canBeSlowerBy(PLAUSIBLE * margin);
  }

  @Override
  public double after(Stratum stratum) {
    if (stratum.restarted()) {
      noise.startAgain();
    }
    double[] ours = stratum.candidate();
    double n1 = Arrays.stream(ours).sum();
    double n0 = Arrays.stream(stratum.control()).sum();
    if (stratum.running()) {
      lately.add(ours, stratum.control());
    }
    if (n1 > NONE && n0 > NONE && shape.isKnown()) {
      shape.update();
      double scale = Math.min(1, FULL / (n0 + n1));
      var labels = new Labels(ours, stratum.control(), Math.log(n1 / n0), scale);
      newton = 0;
      for (int i = 0; i < shifts.length; i++) {
        shape.slower(shifts[i], ratio);
        likelihoods[i] = labels.logLikelihood(ratio);
      }
      double cold = warmUp > 0 ? Math.exp(-2 * stratum.age() / warmUp) : 0;
      double expected = noise.takeIn(this::at, cold > 1e-3 ? cold : 0);
      if (stratum.running()) {
        bet(labels, expected);
      }
    }
    shape.learn(stratum.control());
    return value;
  }

  private void bet(Labels labels, double expected) {
    double fresh = onset.next();
    double worth = 0;
    for (int j = 0; j < bets.length; j++) {
      boolean body = j < BODY.length;
      double l;
      if (body) {
        l = at(BODY[j] * margin);
      } else {
        shape.slowerTail(TAIL[j - BODY.length] * margin, ratio);
        l = labels.logLikelihood(ratio);
      }
      double share = body ? BODY_SHARE[j] : TAIL_SHARE[j - BODY.length];
      double placed = bets[j] * (1 - SWITCH) + (SWITCH * value + fresh) * share;
      bets[j] = placed * Math.exp(Math.clamp(l - expected, -8, CAP));
      worth += bets[j];
    }
    value = worth;
  }

  /** The likelihood of all answers slower by a factor, interpolated. */
  private double at(double logFactor) {
    int above = Arrays.binarySearch(shifts, logFactor);
    if (above >= 0) {
      return likelihoods[above];
    }
    int i = Math.clamp(-above - 2, 0, shifts.length - 2);
    double into = (logFactor - shifts[i]) / (shifts[i + 1] - shifts[i]);
    return likelihoods[i] + Math.clamp(into, 0, 1) * (likelihoods[i + 1] - likelihoods[i]);
  }

  /** Close together where hosts differ, then what is bet on, and as far as cold starts go. */
  private static double[] shifts(double margin) {
    var shifts = new TreeSet<Double>();
    double from = TOLERATED * margin;
    for (int i = -4; i <= 7; i++) {
      shifts.add(from * i / 4);
    }
    for (double body : BODY) {
      shifts.add(body * margin);
    }
    for (double cold = 0.4; cold < 1.4; cold += 0.15) {
      shifts.add(from + cold);
    }
    return shifts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Which of the answers of one step came from the new version. */
  private final class Labels {
    private final double[] ours;
    private final double[] theirs;
    private final double base;
    private final double scale;
    private final double n1;

    Labels(double[] ours, double[] theirs, double base, double scale) {
      this.ours = ours;
      this.theirs = theirs;
      this.base = base;
      this.scale = scale;
      this.n1 = Arrays.stream(ours).sum();
    }

    /**
     * The conditional likelihood, given how many answers each part had: a logistic model whose
     * constant makes that number come out, found by Newton's method.
     */
    double logLikelihood(double[] ratio) {
      double constant = newton;
      for (int round = 0; round < 12; round++) {
        double error = -n1;
        double slope = 0;
        for (int b = 0; b < ratio.length; b++) {
          double count = ours[b] + theirs[b];
          if (count > 0) {
            double q = 1 / (1 + Math.exp(constant - base - ratio[b]));
            error += count * q;
            slope += count * q * (1 - q);
          }
        }
        double move = Math.clamp(error / Math.max(slope, 1e-9), -1, 1);
        constant += move;
        if (Math.abs(move) < 1e-4) {
          break;
        }
      }
      newton = constant;
      double sum = 0;
      for (int b = 0; b < ratio.length; b++) {
        double logit = base + ratio[b] - constant;
        if (ours[b] > 0) {
          sum -= ours[b] * Math.log1p(Math.exp(-logit));
        }
        if (theirs[b] > 0) {
          sum -= theirs[b] * Math.log1p(Math.exp(logit));
        }
      }
      return sum * scale;
    }
  }
}
