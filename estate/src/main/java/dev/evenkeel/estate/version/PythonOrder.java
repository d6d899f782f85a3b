package dev.evenkeel.estate.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PEP 440: epoch, release, then development, alpha, beta, candidate, the release itself, post
 * releases, and local versions after what they were made of.
 */
record PythonOrder(
    String epoch, List<String> numbers, List<String> rest, List<String> local, boolean preRelease)
    implements Order {
  private static final Pattern SHAPE =
      Pattern.compile(
          "v?(?:(?<epoch>\\d+)!)?(?<release>\\d+(?:\\.\\d+)*)"
              + "(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>\\d*))?"
              + "(?:-(?<bare>\\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\\d*))?"
              + "(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\\d*))?"
              + "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?");
  private static final String BEFORE_ALL = "-1";
  private static final String AFTER_ALL = "";

  static Optional<Order> read(String text) {
    var match = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    var numbers = List.of(match.group("release").split("\\.")).stream();
    var local = match.group("local");
    return Optional.of(
        new PythonOrder(
            match.group("epoch") == null ? "0" : Digits.withoutZeros(match.group("epoch")),
            numbers.map(Digits::withoutZeros).toList(),
            rest(match),
            local == null ? List.of() : List.of(local.split("[-_.]")),
            match.group("pre") != null || match.group("dev") != null));
  }

  /** Stage, its number, post number, development number, each so that plain comparison is right. */
  private static List<String> rest(Matcher match) {
    var pre = match.group("pre");
    var post = match.group("bare") != null || match.group("post") != null;
    var dev = match.group("dev") != null;
    var rest = new ArrayList<String>();
    if (pre != null) {
      rest.add(pre.startsWith("a") ? "1" : pre.startsWith("b") ? "2" : "3");
      rest.add(number(match.group("preNumber")));
    } else {
      // 1.0.dev1 comes before 1.0a1, but 1.0.post1.dev1 after 1.0.
      rest.add(dev && !post ? "0" : "4");
      rest.add("0");
    }
    var bare = match.group("bare");
    rest.add(!post ? BEFORE_ALL : number(bare != null ? bare : match.group("postNumber")));
    rest.add(dev ? number(match.group("devNumber")) : AFTER_ALL);
    return List.copyOf(rest);
  }

  private static String number(String digits) {
    return digits.isEmpty() ? "0" : Digits.withoutZeros(digits);
  }

  @Override
  public int compareTo(Order order) {
    var other = (PythonOrder) order;
    var byEpoch = Digits.compare(epoch, other.epoch);
    var byNumbers = byEpoch != 0 ? byEpoch : Digits.compare(numbers, other.numbers);
    if (byNumbers != 0) {
      return byNumbers;
    }
    for (var at = 0; at < rest.size(); at++) {
      var byRest = compareRest(rest.get(at), other.rest.get(at));
      if (byRest != 0) {
        return byRest;
      }
    }
    for (var at = 0; at < Math.min(local.size(), other.local.size()); at++) {
      var byLocal = compareLocal(local.get(at), other.local.get(at));
      if (byLocal != 0) {
        return byLocal;
      }
    }
    return Integer.compare(local.size(), other.local.size());
  }

  private static int compareRest(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    if (left.equals(BEFORE_ALL) || right.equals(AFTER_ALL)) {
      return -1;
    }
    return right.equals(BEFORE_ALL) || left.equals(AFTER_ALL) ? 1 : Digits.compare(left, right);
  }

  private static int compareLocal(String left, String right) {
    if (Digits.are(left) != Digits.are(right)) {
      return Digits.are(left) ? 1 : -1;
    }
    return Digits.are(left) ? Digits.compare(left, right) : Integer.signum(left.compareTo(right));
  }
}
