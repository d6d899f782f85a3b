package dev.evenkeel.judge.sequential;

/**
 * Evidence against "not worse", as a non-negative martingale: whoever bets one unit against a
 * version that is not worse has on average at most one unit at all times, so it ever reaches 1/a
 * with a probability of at most a (Ville 1939).
 */
interface Evidence {

  /** Takes in the next stratum and says what the bet is worth now. */
  double after(Stratum stratum);

  /**
   * Whether what was counted lately can be worse by what matters at all, whatever the evidence
   * says: a model of likelihoods can be wrong about a shape, plain numbers are not.
   */
  default boolean isPlausible() {
    return true;
  }
}
