package dev.evenkeel.estate.version;

import java.util.List;

/**
 * Numbers as long as anybody writes them, such as 20240501123456789012, without ever overflowing.
 */
final class Digits {
  private Digits() {}

  static boolean is(char letter) {
    return letter >= '0' && letter <= '9';
  }

  static boolean are(String text) {
    return !text.isEmpty() && text.chars().allMatch(letter -> is((char) letter));
  }

  static String withoutZeros(String digits) {
    var first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    return digits.substring(first);
  }

  static int compare(String left, String right) {
    var one = withoutZeros(left);
    var other = withoutZeros(right);
    return one.length() != other.length()
        ? Integer.compare(one.length(), other.length())
        : Integer.signum(one.compareTo(other));
  }

  /** Number by number; one that is missing counts as 0. */
  static int compare(List<String> left, List<String> right) {
    for (var at = 0; at < Math.max(left.size(), right.size()); at++) {
      var order = compare(at(left, at), at(right, at));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  static String at(List<String> numbers, int at) {
    return at < numbers.size() ? numbers.get(at) : "0";
  }
}
