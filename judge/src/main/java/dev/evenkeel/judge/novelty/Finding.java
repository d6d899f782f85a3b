package dev.evenkeel.judge.novelty;

import dev.evenkeel.judge.Verdict;
import java.util.List;

/**
 * The verdict, and what is new.
 *
 * @param found patterns only the new version logged, the surest first
 * @param unseen the estimated probability that the next entry of the old version would be a failure
 *     of a kind never seen; 1 when nothing is known
 */
public record Finding(Verdict verdict, List<New> found, double unseen) {
  public Finding {
    found = List.copyOf(found);
  }
}
