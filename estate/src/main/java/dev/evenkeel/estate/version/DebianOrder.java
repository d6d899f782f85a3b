package dev.evenkeel.estate.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Debian Policy 5.6.12: epoch, upstream version, revision, each compared part by part, text and
 * numbers in turn, where {@code ~} comes before everything, even the end.
 */
record DebianOrder(String epoch, String upstream, String revision) implements Order {
  private static final Pattern SHAPE =
      Pattern.compile("(?:(\\d+):)?([0-9A-Za-z][0-9A-Za-z.+~:-]*?)(?:-([0-9A-Za-z.+~]+))?");

  static Optional<Order> read(String text) {
    var match = SHAPE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var epoch = match.group(1) == null ? "0" : Digits.withoutZeros(match.group(1));
    var revision = match.group(3) == null ? "" : match.group(3);
    return Optional.of(new DebianOrder(epoch, match.group(2), revision));
  }

  @Override
  public List<String> numbers() {
    return LooseOrder.leadingNumbers(upstream);
  }

  @Override
  public boolean preRelease() {
    return upstream.contains("~");
  }

  @Override
  public int compareTo(Order order) {
    var other = (DebianOrder) order;
    var byEpoch = Digits.compare(epoch, other.epoch);
    if (byEpoch != 0) {
      return byEpoch;
    }
    var byUpstream = compare(upstream, other.upstream);
    return byUpstream != 0 ? byUpstream : compare(revision, other.revision);
  }

  private static int compare(String left, String right) {
    var at = 0;
    var there = 0;
    while (at < left.length() || there < right.length()) {
      while (isText(left, at) || isText(right, there)) {
        var byLetter = Integer.compare(weight(left, at), weight(right, there));
        if (byLetter != 0) {
          return byLetter;
        }
        at++;
        there++;
      }
      var end = endOfDigits(left, at);
      var thereEnd = endOfDigits(right, there);
      // No digits at all count as 0.
      var byNumber =
          Digits.compare("0" + left.substring(at, end), "0" + right.substring(there, thereEnd));
      if (byNumber != 0) {
        return byNumber;
      }
      at = end;
      there = thereEnd;
    }
    return 0;
  }

  private static boolean isText(String text, int at) {
    return at < text.length() && !Digits.is(text.charAt(at));
  }

  /** Tilde, then the end or a digit, then letters, then everything else. */
  private static int weight(String text, int at) {
    if (!isText(text, at)) {
      return 0;
    }
    var letter = text.charAt(at);
    if (letter == '~') {
      return -1;
    }
    return Character.isLetter(letter) ? letter : letter + 256;
  }

  private static int endOfDigits(String text, int from) {
    var at = Math.min(from, text.length());
    while (at < text.length() && Digits.is(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
