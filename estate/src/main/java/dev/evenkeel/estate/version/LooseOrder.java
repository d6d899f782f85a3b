package dev.evenkeel.estate.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Versions as products and inventories write them: {@code 15.4}, {@code 8.0.36-0ubuntu0.22.04},
 * {@code 2019}, {@code 23h2}, {@code 19c}, {@code 2024-05-01}.
 *
 * <ol>
 *   <li>A well-known word in front ({@code v}, {@code release}) goes.
 *   <li>The numbers joined by dots, or a date's by dashes, are the release; zeros at its end do not
 *       count, so 10 and 10.0 are the same.
 *   <li>What follows is compared number by number and word by word: a word for a preview comes
 *       before the end, any other after it. Words that say nothing ({@code LTS}, {@code final}) do
 *       not count, and from the name of an image's variant on ({@code -alpine3.22}) nothing does.
 * </ol>
 *
 * A text that does not begin with a number after that, such as a code name, has no place in the
 * order and is not read at all.
 */
record LooseOrder(List<String> numbers, List<String> rest) implements Order {
  private static final Pattern IN_FRONT =
      Pattern.compile("(?:version|ver|v|release|rel|r|build|jdk|go|pg)[ ._-]?(?=\\d)");
  private static final Pattern RELEASE =
      Pattern.compile("(?:\\d{4}-[01]?\\d-[0-3]?\\d(?!\\d)|\\d+(?:\\.\\d+)*)");
  private static final Pattern PIECE = Pattern.compile("\\d+|[a-z]+|~");
  private static final List<String> PREVIEWS =
      List.of(
          "~",
          "dev",
          "snapshot",
          "nightly",
          "canary",
          "ea",
          "alpha",
          "beta",
          "milestone",
          "preview",
          "rc");
  private static final Map<String, String> SHORT =
      Map.of("a", "alpha", "b", "beta", "m", "milestone", "pre", "preview", "cr", "rc");
  private static final Set<String> SAYS_NOTHING =
      Set.of("final", "ga", "release", "lts", "ltsc", "stable");
  private static final Set<String> VARIANTS =
      Set.of(
          "alpine",
          "slim",
          "stretch",
          "buster",
          "bullseye",
          "bookworm",
          "trixie",
          "focal",
          "jammy",
          "noble",
          "windowsservercore",
          "nanoserver",
          "management",
          "fpm",
          "apache",
          "ubi");

  static Optional<Order> read(String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT);
    var front = IN_FRONT.matcher(plain);
    if (front.lookingAt()) {
      plain = plain.substring(front.end());
    }
    var release = RELEASE.matcher(plain);
    if (!release.lookingAt()) {
      return Optional.empty();
    }
    var rest = rest(plain.substring(release.end()));
    return Optional.of(new LooseOrder(split(release.group()), rest));
  }

  /** The numbers a text begins with, as far as dots join them. */
  static List<String> leadingNumbers(String text) {
    var release = RELEASE.matcher(text);
    return release.lookingAt() ? split(release.group()) : List.of();
  }

  private static List<String> split(String release) {
    return List.of(release.split("[.-]")).stream().map(Digits::withoutZeros).toList();
  }

  private static List<String> rest(String text) {
    var pieces = PIECE.matcher(text).results().map(match -> match.group()).toList();
    var rest = new ArrayList<String>();
    for (var at = 0; at < pieces.size(); at++) {
      var piece = pieces.get(at);
      if (VARIANTS.contains(piece)) {
        break;
      }
      // 1.0b2 is a beta; 1.0.2b is what comes after 1.0.2a.
      var numbered = at + 1 < pieces.size() && Digits.are(pieces.get(at + 1));
      var letter = piece.length() == 1 && !numbered;
      if (!SAYS_NOTHING.contains(piece)) {
        rest.add(letter ? piece : SHORT.getOrDefault(piece, piece));
      }
    }
    return List.copyOf(rest);
  }

  @Override
  public boolean preRelease() {
    return rest.stream().findFirst().map(piece -> rank(piece) < END).orElse(false);
  }

  @Override
  public int compareTo(Order order) {
    var other = (LooseOrder) order;
    var byNumbers = Digits.compare(numbers, other.numbers);
    if (byNumbers != 0) {
      return byNumbers;
    }
    for (var at = 0; at < Math.max(rest.size(), other.rest.size()); at++) {
      var mine = at < rest.size() ? rest.get(at) : "";
      var theirs = at < other.rest.size() ? other.rest.get(at) : "";
      var byRank = Integer.compare(rank(mine), rank(theirs));
      if (byRank != 0) {
        return byRank;
      }
      var byPiece =
          Digits.are(mine) ? Digits.compare(mine, theirs) : Integer.signum(mine.compareTo(theirs));
      if (byPiece != 0) {
        return byPiece;
      }
    }
    return 0;
  }

  private static final int END = 100;

  private static int rank(String piece) {
    if (piece.isEmpty()) {
      return END;
    }
    var preview = PREVIEWS.indexOf(piece);
    if (preview >= 0) {
      return preview;
    }
    return Digits.are(piece) ? END + 2 : END + 1;
  }
}
