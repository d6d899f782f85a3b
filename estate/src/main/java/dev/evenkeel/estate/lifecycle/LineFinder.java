package dev.evenkeel.estate.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the release line a version belongs to.
 *
 * <ol>
 *   <li>The line whose name, piece by piece, begins the version: of {@code 3} and {@code 3.4} the
 *       longer one. Pieces are runs of digits or of letters, so {@code 15.4} is in 15 and not in 1.
 *   <li>The line whose label, code name or newest release the text is, when there is one only.
 *   <li>The line the version names too shortly ({@code 9} for {@code 9.6}), when there is one only:
 *       {@code 7} is not taken for 7.0 where 7.2 and 7.4 run on.
 * </ol>
 */
final class LineFinder {
  private static final Pattern PIECE = Pattern.compile("\\d+|[a-z]+|\\+");
  private static final Pattern IN_FRONT =
      Pattern.compile("(?:version|release|v|jdk)[ ._-]?(?=\\d)");

  /**
   * @param reason why it is this line, or why it is none
   */
  record Found(Optional<ReleaseLine> line, String reason) {}

  private LineFinder() {}

  static Found find(Product product, String version) {
    var said = pieces(version);
    if (said.isEmpty()) {
      return new Found(Optional.empty(), "'%s' is no version".formatted(version));
    }
    return beginning(product, version, said)
        .or(() -> beginning(product, version, withoutOldJavaPrefix(product, said)))
        .or(() -> named(product, version))
        .or(() -> tooShort(product, version, said))
        .orElseGet(() ->
            new Found(
                Optional.empty(),
                "%s has no release line for %s".formatted(product.label(), version)));
  }

  private static Optional<Found> beginning(Product product, String version, List<String> said) {
    Optional<ReleaseLine> longest = Optional.empty();
    var length = 0;
    for (var line : product.lines()) {
      var name = pieces(line.name());
      if (name.size() > length && begins(name, said)) {
        longest = Optional.of(line);
        length = name.size();
      }
    }
    return longest.map(line ->
        new Found(
            Optional.of(line), "%s is in the release line %s".formatted(version, line.name())));
  }

  private static boolean begins(List<String> beginning, List<String> whole) {
    return beginning.size() <= whole.size() && whole.subList(0, beginning.size()).equals(beginning);
  }

  private static Optional<Found> tooShort(Product product, String version, List<String> said) {
    return only(
        product,
        line -> begins(said, pieces(line.name())),
        name -> "%s is the only release line that begins with %s".formatted(name, version),
        names -> "%s may be in each of the release lines %s".formatted(version, names));
  }

  private static Optional<Found> named(Product product, String version) {
    var text = plain(version);
    return only(
        product,
        line ->
            plain(line.label()).equals(text)
                || line.codename().map(name -> isCodename(name, text)).orElse(false)
                || line.latest().map(latest -> plain(latest.version()).equals(text)).orElse(false),
        name -> "%s is another name of the release line %s".formatted(version, name),
        names -> "%s is a name of each of the release lines %s".formatted(version, names));
  }

  private static Optional<Found> only(
      Product product,
      Predicate<ReleaseLine> wanted,
      UnaryOperator<String> one,
      UnaryOperator<String> several) {
    var fitting = product.lines().stream().filter(wanted).toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    if (fitting.size() == 1) {
      var line = fitting.getFirst();
      return Optional.of(new Found(Optional.of(line), one.apply(line.name())));
    }
    var names = fitting.stream().map(ReleaseLine::name).limit(6).collect(Collectors.joining(", "));
    return Optional.of(new Found(Optional.empty(), several.apply(names)));
  }

  /** Java 8 and before called themselves 1.8. */
  private static List<String> withoutOldJavaPrefix(Product product, List<String> said) {
    var old =
        said.size() > 1
            && said.getFirst().equals("1")
            && product.lines().stream().anyMatch(line -> line.name().equals("8"))
            && product.lines().stream().noneMatch(line -> line.name().matches("1(\\..*)?"));
    return old ? said.subList(1, said.size()) : said;
  }

  private static boolean isCodename(String name, String text) {
    return plain(name).equals(text) || plain(name.split(" ")[0]).equals(text);
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Runs of digits, without leading zeros, and of letters. */
  static List<String> pieces(String text) {
    var plain = plain(text);
    var front = IN_FRONT.matcher(plain);
    var matcher = PIECE.matcher(front.lookingAt() ? plain.substring(front.end()) : plain);
    var pieces = new ArrayList<String>();
    while (matcher.find()) {
      pieces.add(matcher.group().replaceFirst("^0+(?=\\d)", ""));
    }
    return pieces;
  }
}
