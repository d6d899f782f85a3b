package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.version.VersionScheme;
import java.util.List;
import java.util.Optional;

/**
 * What an advisory is about.
 *
 * @param keys under any of which a system may be it, see {@link Keys}
 * @param label for people
 * @param release of the distribution the package belongs to, such as {@code 12}
 * @param scheme how its versions are ordered
 * @param versions it is true for; any of them
 * @param fixed versions from which on it is not
 */
public record Affected(
    List<String> keys,
    String label,
    Optional<String> release,
    VersionScheme scheme,
    List<Versions> versions,
    List<String> fixed) {

  public Affected {
    keys = List.copyOf(keys);
    versions = List.copyOf(versions);
    fixed = List.copyOf(fixed);
  }
}
