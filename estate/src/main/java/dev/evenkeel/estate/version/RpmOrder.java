package dev.evenkeel.estate.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * As rpm's {@code rpmvercmp} does: epoch, version, release; runs of digits and of letters in turn,
 * a number later than a word, {@code ~} before the end, {@code ^} after it but before anything
 * else.
 */
record RpmOrder(String epoch, String version, String release) implements Order {
  private static final int TILDE = 0;
  private static final int END = 1;
  private static final int CARET = 2;
  private static final int WORD = 3;
  private static final int NUMBER = 4;
  private static final Pattern SHAPE =
      Pattern.compile("(?:(\\d+):)?([0-9A-Za-z][0-9A-Za-z._+~^]*)(?:-([0-9A-Za-z._+~^]+))?");

  static Optional<Order> read(String text) {
    var match = SHAPE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var epoch = match.group(1) == null ? "0" : Digits.withoutZeros(match.group(1));
    var release = match.group(3) == null ? "" : match.group(3);
    return Optional.of(new RpmOrder(epoch, match.group(2), release));
  }

  @Override
  public List<String> numbers() {
    return LooseOrder.leadingNumbers(version);
  }

  @Override
  public boolean preRelease() {
    return version.contains("~");
  }

  @Override
  public int compareTo(Order order) {
    var other = (RpmOrder) order;
    var byEpoch = Digits.compare(epoch, other.epoch);
    if (byEpoch != 0) {
      return byEpoch;
    }
    var byVersion = compare(version, other.version);
    return byVersion != 0 ? byVersion : compare(release, other.release);
  }

  private static int compare(String left, String right) {
    var at = 0;
    var there = 0;
    while (true) {
      at = skipSeparators(left, at);
      there = skipSeparators(right, there);
      var mine = rank(left, at);
      var theirs = rank(right, there);
      if (mine != theirs) {
        return Integer.compare(mine, theirs);
      }
      if (mine == END) {
        return 0;
      }
      var end = endOfRun(left, at, mine);
      var thereEnd = endOfRun(right, there, theirs);
      var one = left.substring(at, end);
      var other = right.substring(there, thereEnd);
      var byRun = mine == NUMBER ? Digits.compare(one, other) : one.compareTo(other);
      if (byRun != 0) {
        return Integer.signum(byRun);
      }
      at = end;
      there = thereEnd;
    }
  }

  private static int rank(String text, int at) {
    if (at >= text.length()) {
      return END;
    }
    return switch (text.charAt(at)) {
      case '~' -> TILDE;
      case '^' -> CARET;
      default -> Digits.is(text.charAt(at)) ? NUMBER : WORD;
    };
  }

  private static int endOfRun(String text, int from, int rank) {
    var at = from + 1;
    while ((rank == WORD || rank == NUMBER)
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at))
        && rank(text, at) == rank) {
      at++;
    }
    return at;
  }

  private static int skipSeparators(String text, int from) {
    var at = from;
    while (at < text.length() && "._+".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
