package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which upgrades are looked for.
 *
 * @param text part of a title, of a system's name or of the owner's, in any case; empty for all
 * @param state empty for all
 * @param from so many of them are passed over, 0 or more
 */
public record UpgradeFilter(String text, Optional<UpgradeState> state, int from) {
  private static final String ALL = "all";

  /**
   * @param state a state in any case, or {@code all}
   * @throws Refused when there is no such state
   */
  public static UpgradeFilter of(String text, String state, int from) {
    String word = state.strip();
    Optional<UpgradeState> wanted =
        Arrays.stream(UpgradeState.values())
            .filter(one -> one.name().equalsIgnoreCase(word))
            .findFirst();
    if (wanted.isEmpty() && !word.equalsIgnoreCase(ALL)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "'%s' is no state of upgrades. There are %s and %s."
              .formatted(
                  word,
                  Arrays.stream(UpgradeState.values())
                      .map(UpgradeFilter::word)
                      .collect(Collectors.joining(", ")),
                  ALL));
    }
    return new UpgradeFilter(text.strip(), wanted, Math.max(0, from));
  }

  private static String word(UpgradeState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** The word for the state, as {@link #of} takes it. */
  public String word() {
    return state.map(UpgradeFilter::word).orElse(ALL);
  }
}
