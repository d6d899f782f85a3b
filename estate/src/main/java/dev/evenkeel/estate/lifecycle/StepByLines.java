package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.version.Step;
import dev.evenkeel.estate.version.Step.Size;
import dev.evenkeel.estate.version.Version;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How big a step is by the release lines of a product, which say more than numbers alone: 15.3 to
 * 15.4 is a patch of PostgreSQL, whose lines are 15 and 16, and would be a minor step by the
 * numbers.
 */
final class StepByLines {
  private static final Pattern YEAR_AND_MONTH =
      Pattern.compile("\\d{2}(?:\\d{2})?\\.(?:0\\d|1[0-2])");

  private StepByLines() {}

  static Step between(Product product, String from, String to) {
    var old = Version.ofProduct(from);
    var wanted = Version.ofProduct(to);
    if (old.isEmpty() || wanted.isEmpty()) {
      return new Step(
          Size.UNKNOWN,
          "'%s' is no version that could be compared".formatted(old.isEmpty() ? from : to));
    }
    var byNumbers = Step.between(old.get(), wanted.get());
    var line = product.lineOf(from);
    var next = product.lineOf(to);
    return switch (byNumbers.size()) {
      case NONE, DOWNGRADE -> byNumbers;
      case PATCH, MINOR, MAJOR, UNKNOWN -> {
        if (line.isEmpty() || next.isEmpty()) {
          yield byNumbers;
        }
        yield line.equals(next)
            ? within(line.get(), old.get(), wanted.get())
            : across(line.get(), next.get());
      }
    };
  }

  /** Of 20.1.0 the second number is the minor one, of 15.3 the second is the last and the patch. */
  private static Step within(ReleaseLine line, Version from, Version to) {
    var old = from.numbers();
    var wanted = to.numbers();
    var common = 0;
    while (common < Math.min(old.size(), wanted.size())
        && old.get(common).equals(wanted.get(common))) {
      common++;
    }
    var minor = common <= 1 && common < Math.max(old.size(), wanted.size()) - 1;
    return new Step(minor ? Size.MINOR : Size.PATCH, "both are in the release line " + line.name());
  }

  private static Step across(ReleaseLine line, ReleaseLine next) {
    var change = "the release line changes from %s to %s".formatted(line.name(), next.name());
    var dated =
        Stream.of(line, next).map(ReleaseLine::name).allMatch(YEAR_AND_MONTH.asMatchPredicate());
    if (dated) {
      return new Step(Size.MAJOR, change + "; they are named after year and month");
    }
    var same = first(line).equals(first(next));
    return new Step(same ? Size.MINOR : Size.MAJOR, change);
  }

  private static String first(ReleaseLine line) {
    return LineFinder.pieces(line.name()).getFirst();
  }
}
