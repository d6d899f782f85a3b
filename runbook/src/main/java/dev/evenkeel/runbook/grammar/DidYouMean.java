package dev.evenkeel.runbook.grammar;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * @return empty when no candidate is near: at most a third of the letters may differ
   */
  public static Optional<String> of(String word, Collection<String> candidates) {
    if (word.length() > 100) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(candidate ->
            distance(lower, candidate.toLowerCase(Locale.ROOT)) <= allowed(word, candidate))
        .min(
            Comparator.comparingInt(
                    (String candidate) -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int allowed(String word, String candidate) {
    return Math.max(1, Math.min(word.length(), candidate.length()) / 3);
  }

  /** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
