package dev.evenkeel.judge.sequential;

import static dev.evenkeel.judge.sequential.ErrorLevels.COUNT;
import static dev.evenkeel.judge.sequential.ErrorLevels.LOG_RATE;
import static dev.evenkeel.judge.sequential.ErrorLevels.RATE;

import java.util.Arrays;

/**
 * Evidence that more requests fail on the new version.
 *
 * <ol>
 *   <li>"Not worse" is a filter over three unknowns: the rate both versions share ({@link
 *       ErrorLevels}), by which factor these hosts differ from the others, and how much a cold
 *       start adds. It gives the probability of each step before it is seen.
 *   <li>"Worse" is a mixture of several amounts of failures more, each of which may have begun in
 *       any step.
 *   <li>The evidence is the ratio of what both said of the steps so far.
 * </ol>
 *
 * <p>One step multiplies the evidence by at most {@link #CAP}, so that one burst does not decide.
 */
final class ErrorEvidence implements Evidence {
  private static final double CAP = Math.exp(2.5);

  /** Logarithms of the factors by which hosts differ. */
  private static final int RATIOS = 17;

  private static final double[] RATIO = new double[RATIOS];
  private static final double RATIO_APART = 0.15;

  /** The share of steps in which hosts begin to differ in another way. */
  private static final double REDRAW = 0.03;

  /** What a cold start adds to the error rate at first, and how often. */
  private static final double[] WARM = {0, 0.012, 0.035};

  private static final double[] WARM_SHARE = {0.85, 0.09, 0.06};

  /** More failures than this in one step tell no more. */
  private static final double FULL = 80;

  /** Rates for which likelihoods are reckoned; between them they are interpolated. */
  private static final int TABLE = 190;

  private static final double TABLE_FROM = Math.log(9e-5);
  private static final double TABLE_APART = 0.05;
  private static final double HIGHEST = 0.97;
  private static final double UNLIKELY = 1e-12;

  /** What is bet on is above what is tolerated by a tenth, however high the rate. */
  private static final double CLEARLY = Math.log(1.1);

  private static final double SWITCH = 0.003;

  private final double[] prior = new double[RATIOS];
  private final double[] shares;

  /** The logarithm of the highest rate that is not worse yet where the control has a rate. */
  private final double[] tolerated = new double[COUNT];

  /** The logarithm of the rate where hosts differ by a ratio and the control has a rate. */
  private final double[] notWorse = new double[RATIOS * COUNT];

  /** The logarithm of the rate of each amount of failures more, where the control has a rate. */
  private final double[][] worseRate;

  private final double warmUp;
  private final Onset onset = new Onset();
  private final ErrorLevels levels = new ErrorLevels();
  private final Bursts bursts = new Bursts();
  private final double[][] belief = new double[WARM.length][RATIOS * COUNT];
  private final double[][] likelihood = new double[WARM.length][RATIOS * COUNT];
  private final double[][] bets;
  private final double[] ours = new double[TABLE];
  private final double[] theirs = new double[TABLE];
  private final double[] control = new double[COUNT];
  private final double[] before = new double[COUNT];
  private final double[] after = new double[COUNT];
  private final double[] scratch = new double[RATIOS * COUNT];

  /** How many kinds of cold start still make a difference. */
  private int starts = WARM.length;

  private double value;

  private static final double[] TABLE_RATE = new double[TABLE];
  private static final double[] TABLE_PASSES = new double[TABLE];

  static {
    for (int i = 0; i < TABLE; i++) {
      TABLE_RATE[i] = Math.min(Math.log(HIGHEST), TABLE_FROM + i * TABLE_APART);
      TABLE_PASSES[i] = Math.log1p(-Math.exp(TABLE_RATE[i]));
    }
    for (int i = 0; i < RATIOS; i++) {
      RATIO[i] = RATIO_APART * (i - RATIOS / 2);
    }
  }

  /**
   * @param margin points more that do not matter
   * @param spread the standard deviation of the logarithm by which hosts differ
   * @param worse amounts of failures more, as multiples of the margin
   * @param shares of the bet on each
   * @param warmUp seconds
   */
  ErrorEvidence(double margin, double spread, double[] worse, double[] shares, double warmUp) {
    double points = Math.clamp(margin, 1e-4, 0.5);
    this.shares = shares;
    this.warmUp = warmUp;
    this.bets = new double[worse.length][COUNT];
    this.worseRate = new double[worse.length][COUNT];
    for (int p = 0; p < COUNT; p++) {
      tolerated[p] = Math.log(RATE[p] * 1.35 + 0.8 * points);
      for (int j = 0; j < worse.length; j++) {
        worseRate[j][p] =
            Math.max(Math.log(RATE[p] + Math.min(0.9, worse[j] * points)), tolerated[p] + CLEARLY);
      }
    }
    double sum = 0;
    for (int r = 0; r < RATIOS; r++) {
      prior[r] = Math.exp(-0.5 * Math.pow(RATIO[r] / spread, 2));
      sum += prior[r];
    }
    for (int i = 0; i < RATIOS * COUNT; i++) {
      notWorse[i] = Math.min(LOG_RATE[i % COUNT] + RATIO[i / COUNT], tolerated[i % COUNT]);
    }
    for (int r = 0; r < RATIOS; r++) {
      prior[r] /= sum;
      for (int w = 0; w < WARM.length; w++) {
        for (int p = 0; p < COUNT; p++) {
          belief[w][r * COUNT + p] = WARM_SHARE[w] * prior[r] * levels.usual()[p];
        }
      }
    }
  }

  @Override
  public double after(Stratum stratum) {
    if (stratum.restarted()) {
      startAgain();
    }
    double n1 = stratum.candidate()[0];
    double x1 = Math.min(n1, stratum.candidate()[1]);
    double n0 = stratum.control()[0];
    double x0 = Math.min(n0, stratum.control()[1]);
    double usual = levels.usualRate();
    double weight = Math.min(1, FULL / Math.max(1, x0 + x1));
    fill(ours, n1, x1, bursts.chance(n1 * usual), weight);
    fill(theirs, n0, x0, bursts.chance(n0 * usual), weight);
    for (int p = 0; p < COUNT; p++) {
      control[p] = at(theirs, LOG_RATE[p]);
    }
    double cold = cold(stratum.age());
    if (cold == 0) {
      forgetColdStart();
    }
    moveBelief();
    double expected = takeIn(cold);
    bursts.learn(n0, x0, ErrorLevels.mean(after), n0 * usual);
    if (stratum.running()) {
      bet(expected);
    }
    return value;
  }

  /** How much of a cold start is left, 1 to 0. */
  private double cold(double age) {
    double left = warmUp > 0 ? Math.exp(-2 * age / warmUp) : 0;
    return left > 1e-3 ? left : 0;
  }

  private void startAgain() {
    forgetColdStart();
    for (int w = WARM.length - 1; w >= 0; w--) {
      for (int i = 0; i < RATIOS * COUNT; i++) {
        belief[w][i] = belief[0][i] * WARM_SHARE[w];
      }
    }
    starts = WARM.length;
  }

  /** When nothing of a cold start is left, it makes no difference how cold it was. */
  private void forgetColdStart() {
    for (int w = 1; w < starts; w++) {
      for (int i = 0; i < RATIOS * COUNT; i++) {
        belief[0][i] += belief[w][i];
      }
    }
    starts = 1;
  }

  private void moveBelief() {
    for (int w = 0; w < starts; w++) {
      double[] now = belief[w];
      Arrays.fill(before, 0);
      for (int i = 0; i < now.length; i++) {
        before[i % COUNT] += now[i];
      }
      for (int r = 0; r < RATIOS; r++) {
        int less = Math.max(0, r - 1) * COUNT;
        int more = Math.min(RATIOS - 1, r + 1) * COUNT;
        for (int p = 0; p < COUNT; p++) {
          double stay = 0.8 * now[r * COUNT + p] + 0.1 * (now[less + p] + now[more + p]);
          scratch[r * COUNT + p] = (1 - REDRAW) * stay + REDRAW * prior[r] * before[p];
        }
        levels.move(scratch, r * COUNT);
      }
      System.arraycopy(scratch, 0, now, 0, now.length);
    }
  }

  /** Learns from the step; the logarithm of how probable it was when nothing is worse. */
  private double takeIn(double cold) {
    double best = Double.NEGATIVE_INFINITY;
    for (int w = 0; w < starts; w++) {
      double added = WARM[w] * cold;
      for (int i = 0; i < RATIOS * COUNT; i++) {
        double rate = notWorse[i];
        double l =
            control[i % COUNT] + at(ours, added > 0 ? Math.log(Math.exp(rate) + added) : rate);
        likelihood[w][i] = l;
        if (l > best && belief[w][i] > UNLIKELY) {
          best = l;
        }
      }
    }
    Arrays.fill(before, 0);
    Arrays.fill(after, 0);
    double total = 0;
    for (int w = 0; w < starts; w++) {
      for (int i = 0; i < RATIOS * COUNT; i++) {
        before[i % COUNT] += belief[w][i];
        belief[w][i] *= Math.exp(Math.min(50, likelihood[w][i] - best));
        after[i % COUNT] += belief[w][i];
        total += belief[w][i];
      }
    }
    for (int w = 0; w < starts; w++) {
      for (int i = 0; i < RATIOS * COUNT; i++) {
        belief[w][i] /= total;
      }
    }
    levels.learn(after, total);
    return best + Math.log(total);
  }

  private void bet(double expected) {
    double fresh = onset.next();
    double worth = 0;
    for (int j = 0; j < bets.length; j++) {
      levels.move(bets[j], 0);
      for (int p = 0; p < COUNT; p++) {
        double placed =
            bets[j][p] * (1 - SWITCH) + before[p] * (SWITCH * value + fresh) * shares[j];
        double l = control[p] + at(ours, worseRate[j][p]) - expected;
        bets[j][p] = placed * Math.exp(Math.clamp(l, -8, 40));
        worth += bets[j][p];
      }
    }
    double most = (value + fresh) * CAP;
    if (worth > most) {
      for (double[] bet : bets) {
        for (int p = 0; p < COUNT; p++) {
          bet[p] *= most / worth;
        }
      }
      worth = most;
    }
    value = worth;
  }

  private static void fill(double[] table, double n, double x, double chance, double weight) {
    for (int i = 0; i < TABLE; i++) {
      table[i] = weight * Bursts.logLikelihood(n, x, TABLE_RATE[i], TABLE_PASSES[i], chance);
    }
  }

  private static double at(double[] table, double logRate) {
    double place = Math.clamp((logRate - TABLE_FROM) / TABLE_APART, 0, TABLE - 1.001);
    int i = (int) place;
    return table[i] + (place - i) * (table[i + 1] - table[i]);
  }
}
