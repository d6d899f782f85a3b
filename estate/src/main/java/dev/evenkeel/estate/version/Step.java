package dev.evenkeel.estate.version;

/**
 * How far it is from one version to another. Whether a number means anything is up to who gives it,
 * so the reason says by what it was decided. A move to another product is no step at all.
 *
 * @param reason in words for a person
 */
public record Step(Size size, String reason) {

  /** From nothing to do to everything may change. */
  public enum Size {
    NONE,
    PATCH,
    MINOR,
    MAJOR,
    /** Back to something older. */
    DOWNGRADE,
    /** The versions do not say. */
    UNKNOWN
  }

  /** By the numbers alone; whoever knows the product's release lines knows better. */
  public static Step between(Version from, Version to) {
    if (from.scheme() != to.scheme()) {
      return new Step(
          Size.UNKNOWN,
          "%s is counted as %s and %s as %s".formatted(from, from.scheme(), to, to.scheme()));
    }
    var order = from.compareTo(to);
    if (order > 0) {
      return new Step(Size.DOWNGRADE, "%s is older than %s".formatted(to, from));
    }
    if (order == 0) {
      return new Step(Size.NONE, "%s and %s are the same release".formatted(from, to));
    }
    if (!from.epoch().equals(to.epoch())) {
      return new Step(
          Size.UNKNOWN,
          "the count began anew (epoch %s, then %s), so the numbers cannot be compared"
              .formatted(from.epoch(), to.epoch()));
    }
    return byNumbers(from, to);
  }

  private static Step byNumbers(Version from, Version to) {
    if (isDate(from) && isDate(to)) {
      return new Step(Size.UNKNOWN, "the versions are dates and do not say how much changed");
    }
    var at = firstDifference(from, to);
    if (at < 0) {
      return new Step(Size.PATCH, "the numbers are the same, only what follows them differs");
    }
    var change =
        "number %d goes from %s to %s"
            .formatted(at + 1, Digits.at(from.numbers(), at), Digits.at(to.numbers(), at));
    if (at == 1 && belowOne(from)) {
      return new Step(Size.MAJOR, change + "; below 1.0.0 the second number may break what was");
    }
    return switch (at) {
      case 0 -> new Step(Size.MAJOR, change);
      case 1 -> new Step(Size.MINOR, change);
      default -> new Step(Size.PATCH, change);
    };
  }

  private static int firstDifference(Version from, Version to) {
    for (var at = 0; at < Math.max(from.numbers().size(), to.numbers().size()); at++) {
      if (!Digits.at(from.numbers(), at).equals(Digits.at(to.numbers(), at))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean belowOne(Version version) {
    return switch (version.scheme()) {
      case SEMVER, NPM, GO -> version.numbers().getFirst().equals("0");
      case MAVEN, PYPI, DEBIAN, RPM, LOOSE -> false;
    };
  }

  /** Year, month and day, as three numbers or as one. */
  private static boolean isDate(Version version) {
    var numbers = version.numbers();
    return switch (numbers.size()) {
      case 1 -> numbers.getFirst().matches("(?:19|20)\\d\\d(?:0[1-9]|1[0-2])[0-3]\\d");
      case 3 ->
          numbers.get(0).matches("(?:19|20)\\d\\d")
              && numbers.get(1).matches("[1-9]|1[0-2]")
              && numbers.get(2).matches("[1-9]|[12]\\d|3[01]");
      default -> false;
    };
  }
}
