package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import dev.evenkeel.estate.version.Version;
import dev.evenkeel.estate.version.VersionScheme;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One item of the history of a document. */
record Revision(Instant date, String number, Version version) {
  private static final Comparator<Revision> BY_DATE =
      Comparator.comparing(Revision::date).thenComparing(Revision::version);

  /** In the order of their dates, then of their numbers; what cannot be read is left out. */
  static List<Revision> sorted(Part document) {
    return Tree.history(document).flatMap(item -> of(item).stream()).sorted(BY_DATE).toList();
  }

  private static Optional<Revision> of(Part item) {
    Optional<Instant> date = dateOf(item.get("date"));
    String number = item.text("number").orElse("");
    return date.flatMap(at -> version(number).map(version -> new Revision(at, number, version)));
  }

  static Optional<Instant> dateOf(Part part) {
    try {
      return part.text().map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** Documents count in integers or in semantic versions. */
  static Optional<Version> version(String number) {
    return Version.of(VersionScheme.SEMVER, number);
  }

  static boolean isInteger(String number) {
    return number.matches("\\d+");
  }

  static boolean isPreRelease(String number) {
    return version(number).filter(Version::preRelease).isPresent();
  }
}
