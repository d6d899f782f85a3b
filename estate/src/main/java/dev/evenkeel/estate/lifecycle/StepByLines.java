package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.version.Step;
import dev.evenkeel.estate.version.Step.Size;
import dev.evenkeel.estate.version.Version;
import java.util.List;
import java.util.regex.Pattern;

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
    var line = product.cycleOf(from);
    var next = product.cycleOf(to);
    return switch (byNumbers.size()) {
      case NONE, DOWNGRADE -> byNumbers;
      case PATCH, MINOR, MAJOR, UNKNOWN -> {
        if (line.isEmpty() || next.isEmpty()) {
          yield byNumbers;
        }
        yield line.equals(next) ? within(line.get(), from, to) : across(line.get(), next.get());
      }
    };
  }

  private static Step within(Cycle line, String from, String to) {
    var old = CycleFinder.pieces(from);
    var wanted = CycleFinder.pieces(to);
    var common = 0;
    while (common < Math.min(old.size(), wanted.size())
        && old.get(common).equals(wanted.get(common))) {
      common++;
    }
    var more = common < Math.max(old.size(), wanted.size()) - 1;
    return new Step(
        more && common <= CycleFinder.pieces(line.name()).size() ? Size.MINOR : Size.PATCH,
        "both are in the release line " + line.name());
  }

  private static Step across(Cycle line, Cycle next) {
    var change = "the release line changes from %s to %s".formatted(line.name(), next.name());
    var dated = List.of(line, next).stream().allMatch(cycle -> named(cycle, YEAR_AND_MONTH));
    if (dated) {
      return new Step(Size.MAJOR, change + "; they are named after year and month");
    }
    var same = first(line).equals(first(next));
    return new Step(same ? Size.MINOR : Size.MAJOR, change);
  }

  private static boolean named(Cycle cycle, Pattern pattern) {
    return pattern.matcher(cycle.name()).matches();
  }

  private static String first(Cycle cycle) {
    return CycleFinder.pieces(cycle.name()).getFirst();
  }
}
