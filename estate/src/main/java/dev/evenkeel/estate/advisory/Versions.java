package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.version.VersionRange;
import java.util.List;

/** Versions as a source names them, read when they are compared. */
public sealed interface Versions {

  /** As OSV tells a range. */
  record Events(List<VersionRange.Event> events) implements Versions {
    public Events {
      events = List.copyOf(events);
    }
  }

  /** A range such as {@code vers:pypi/<2.0}. */
  record Vers(String text) implements Versions {}

  /** These and no others. */
  record Only(List<String> versions) implements Versions {
    public Only {
      versions = List.copyOf(versions);
    }
  }

  /** Every version. */
  record Any() implements Versions {}

  /**
   * Nobody can tell from this whether a version is meant.
   *
   * @param why completes 'it cannot be told: …'
   */
  record Unclear(String why) implements Versions {}
}
