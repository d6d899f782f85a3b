package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.version.Version;
import java.util.Optional;

/**
 * Whether what depends on a system gets along with its target version.
 *
 * @param why in words, with its source
 */
public record Compatibility(Answer answer, String why) {

  /** What can be said. */
  public enum Answer {
    COMPATIBLE,
    INCOMPATIBLE,
    UNKNOWN
  }

  /**
   * By what the dependency itself declares: since which and up to which version it works.
   *
   * @param target version of the system that is depended on
   */
  public static Compatibility of(Dependency dependency, String target) {
    String source = dependency.source().map(s -> " (" + s + ")").orElse("");
    Optional<Version> wanted = Version.ofProduct(target);
    Optional<Version> since = dependency.since().flatMap(Version::ofProduct);
    Optional<Version> until = dependency.until().flatMap(Version::ofProduct);
    if (wanted.isEmpty()) {
      return new Compatibility(Answer.UNKNOWN, "'%s' cannot be compared".formatted(target));
    }
    if (since.isEmpty() && until.isEmpty()) {
      return new Compatibility(
          Answer.UNKNOWN, "nobody has said with which versions it works" + source);
    }
    if (since.filter(first -> wanted.get().compareTo(first) < 0).isPresent()) {
      return new Compatibility(
          Answer.INCOMPATIBLE,
          "it works from %s on%s".formatted(dependency.since().orElse(""), source));
    }
    if (until.isPresent()) {
      // up to 15 means all of 15
      boolean inside =
          wanted.get().compareTo(until.get()) <= 0
              || target.startsWith(dependency.until().orElse("") + ".");
      return inside
          ? new Compatibility(
              Answer.COMPATIBLE,
              "it works up to %s%s".formatted(dependency.until().orElse(""), source))
          : new Compatibility(
              Answer.INCOMPATIBLE,
              "it works only up to %s%s".formatted(dependency.until().orElse(""), source));
    }
    return new Compatibility(
        Answer.UNKNOWN,
        "it works from %s on; nobody has said up to which version%s"
            .formatted(dependency.since().orElse(""), source));
  }
}
