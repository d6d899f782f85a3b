package dev.evenkeel.estate.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Semantic Versioning 2.0.0, section 11. Read more leniently than it is written: a {@code v} or
 * {@code =} in front, missing numbers and leading zeros are let pass, as npm and Go's tools do.
 */
record SemanticOrder(List<String> numbers, List<String> identifiers) implements Order {
  private static final Pattern SHAPE =
      Pattern.compile(
          "[v=]{0,2}(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?"
              + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*+))?(?:\\+[0-9A-Za-z.-]+)?");

  static Optional<Order> read(String text) {
    var match = SHAPE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var numbers = List.of(number(match.group(1)), number(match.group(2)), number(match.group(3)));
    var identifiers = match.group(4) == null ? List.<String>of() : split(match.group(4));
    return Optional.of(new SemanticOrder(numbers, identifiers));
  }

  @Override
  public boolean preRelease() {
    return !identifiers.isEmpty();
  }

  @Override
  public int compareTo(Order order) {
    var other = (SemanticOrder) order;
    var byNumbers = Digits.compare(numbers, other.numbers);
    if (byNumbers != 0) {
      return byNumbers;
    }
    if (preRelease() != other.preRelease()) {
      return preRelease() ? -1 : 1;
    }
    for (var at = 0; at < Math.min(identifiers.size(), other.identifiers.size()); at++) {
      var byIdentifier = compare(identifiers.get(at), other.identifiers.get(at));
      if (byIdentifier != 0) {
        return byIdentifier;
      }
    }
    return Integer.compare(identifiers.size(), other.identifiers.size());
  }

  private static int compare(String left, String right) {
    if (Digits.are(left) && Digits.are(right)) {
      return Digits.compare(left, right);
    }
    if (Digits.are(left) || Digits.are(right)) {
      return Digits.are(left) ? -1 : 1;
    }
    return Integer.signum(left.compareTo(right));
  }

  private static String number(@Nullable String digits) {
    return digits == null ? "0" : Digits.withoutZeros(digits);
  }

  private static List<String> split(String identifiers) {
    return List.of(identifiers.split("\\."));
  }
}
