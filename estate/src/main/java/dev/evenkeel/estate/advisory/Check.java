package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.advisory.Hit.Answer;
import dev.evenkeel.estate.version.UnreadableRange;
import dev.evenkeel.estate.version.Version;
import dev.evenkeel.estate.version.VersionRange;
import dev.evenkeel.estate.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Versions of a source, read once, and whether a system's is among them. */
final class Check {
  private static final int NAMED = 3;

  /**
   * @param reason a clause, such as {@code 1.4.0 is in the range before 1.6.0}
   */
  record Result(Answer answer, String reason, Optional<String> fixedIn) {}

  private final VersionScheme scheme;
  private final List<VersionRange> ranges = new ArrayList<>();
  private final List<Version> single = new ArrayList<>();
  private final List<String> unclear = new ArrayList<>();
  private final List<Version> fixed = new ArrayList<>();
  private boolean any;

  Check(VersionScheme scheme, List<Versions> versions, List<String> fixed) {
    this.scheme = scheme;
    versions.forEach(this::add);
    fixed.forEach(text -> Version.of(scheme, text).ifPresent(this.fixed::add));
  }

  private void add(Versions versions) {
    try {
      switch (versions) {
        case Versions.Events(var events) -> ranges.add(VersionRange.ofEvents(scheme, events));
        case Versions.Vers(var text) -> ranges.add(VersionRange.ofVers(text));
        case Versions.Only(var texts) -> texts.forEach(this::only);
        case Versions.Any _ -> any = true;
        case Versions.Unclear(var why) -> unclear.add(why);
      }
    } catch (UnreadableRange e) {
      unclear.add(e.getMessage());
    }
  }

  private void only(String text) {
    Version.of(scheme, text)
        .ifPresentOrElse(
            single::add, () -> unclear.add("'%s' is no version".formatted(Part.shortened(text))));
  }

  /** Whether these versions are meant for sure: what a statement is said of. */
  boolean holds(Optional<String> text) {
    return of(text).answer() == Answer.AFFECTED;
  }

  Result of(Optional<String> text) {
    if (any) {
      return new Result(Answer.AFFECTED, "every version is meant", Optional.empty());
    }
    if (text.isEmpty()) {
      return unknown("its version is not known; meant is " + meant());
    }
    Optional<Version> read = Version.of(scheme, text.get());
    if (read.isEmpty()) {
      return unknown(
          "'%s' is no version as %s counts them; meant is %s"
              .formatted(Part.shortened(text.get()), scheme, meant()));
    }
    Version version = read.get();
    for (Version one : single) {
      if (one.compareTo(version) == 0) {
        return new Result(Answer.AFFECTED, one + " is named", above(version));
      }
    }
    for (VersionRange range : ranges) {
      if (range.scheme() == scheme && range.holds(version)) {
        String held = range.toString();
        return new Result(
            Answer.AFFECTED,
            held.equals("any version")
                ? "every version is meant, so %s is".formatted(version)
                : "%s is in the range %s".formatted(version, held),
            above(version));
      }
    }
    if (!unclear.isEmpty()) {
      return unclear(version);
    }
    return new Result(
        Answer.NOT_AFFECTED, "%s is not in %s".formatted(version, meant()), Optional.empty());
  }

  /** Who names only what has the fix has said of later versions that they have it too. */
  private Result unclear(Version version) {
    Optional<Version> last = fixed.stream().max(Version::compareTo);
    return last.isPresent() && version.compareTo(last.get()) >= 0
        ? new Result(
            Answer.NOT_AFFECTED,
            "%s has the fix, which came with %s".formatted(version, last.get()),
            Optional.empty())
        : new Result(
            Answer.UNKNOWN,
            "it cannot be told for %s: %s".formatted(version, unclear.getFirst()),
            above(version));
  }

  private Result unknown(String reason) {
    return new Result(
        Answer.UNKNOWN, reason, fixed.stream().max(Version::compareTo).map(Version::toString));
  }

  private Optional<String> above(Version version) {
    return fixed.stream()
        .filter(one -> one.compareTo(version) > 0)
        .min(Version::compareTo)
        .map(Version::toString);
  }

  private String meant() {
    List<String> all = new ArrayList<>();
    ranges.forEach(range -> all.add(range.toString()));
    if (!single.isEmpty()) {
      all.add(
          single.stream().limit(NAMED).map(Version::toString).collect(Collectors.joining(", "))
              + (single.size() > NAMED ? " and %d more".formatted(single.size() - NAMED) : ""));
    }
    return all.isEmpty()
        ? unclear.stream().findFirst().orElse("no version")
        : String.join(" or ", all);
  }
}
