package dev.evenkeel.estate.advisory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a vulnerability means for a system.
 *
 * @param vulnerability its best known name: of CVE where there is one
 * @param advisories ids of all that speak of it
 * @param reason in words for a person
 * @param fixedIn the lowest version above the system's that has the fix
 */
public record Hit(
    String system,
    String vulnerability,
    List<String> advisories,
    Answer answer,
    String reason,
    Optional<String> version,
    Optional<String> fixedIn,
    Optional<Severity> severity,
    String summary,
    Optional<String> url) {

  /** Whether it is true for the system. */
  public enum Answer {
    AFFECTED,
    UNKNOWN,
    NOT_AFFECTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public Hit {
    advisories = List.copyOf(advisories);
  }
}
