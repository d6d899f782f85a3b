package dev.evenkeel.judge.journey;

import dev.evenkeel.judge.Verdict;
import java.util.List;

/**
 * The verdict, and who is blocked.
 *
 * @param blocked on the new version, the longest first
 */
public record Finding(Verdict verdict, List<Blocked> blocked) {
  public Finding {
    blocked = List.copyOf(blocked);
  }
}
