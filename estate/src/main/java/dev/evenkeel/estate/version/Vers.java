package dev.evenkeel.estate.version;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the {@code vers:} notation.
 *
 * <ol>
 *   <li>{@code =} and {@code !=} name single versions.
 *   <li>The others, in the order of their versions, must take turns: a lower bound opens a span,
 *       the upper bound after it closes it. The first may be an upper, the last a lower one.
 * </ol>
 */
final class Vers {
  private static final Pattern SHAPE = Pattern.compile("vers:([a-z0-9.+-]+)/(.+)");
  private static final Pattern CONSTRAINT = Pattern.compile("(>=|<=|!=|>|<|=)?(.+)");
  private static final int MOST = 1_000;

  private record Bound(boolean lower, Span.End end) {}

  private Vers() {}

  static VersionRange read(String text) throws UnreadableRange {
    var match = SHAPE.matcher(text.strip());
    if (!match.matches()) {
      throw new UnreadableRange(text, "it is written vers:TYPE/CONSTRAINT|CONSTRAINT");
    }
    var scheme = VersionScheme.ofPackageType(match.group(1));
    if (match.group(2).equals("*")) {
      return new VersionRange(
          scheme, List.of(new Span(Optional.empty(), Optional.empty())), List.of());
    }
    var parts = match.group(2).split("\\|");
    if (parts.length > MOST) {
      throw new UnreadableRange(text.substring(0, 40) + "…", "more than %d parts".formatted(MOST));
    }
    var spans = new ArrayList<Span>();
    var except = new ArrayList<Version>();
    var bounds = new ArrayList<Bound>();
    for (var part : parts) {
      var constraint = CONSTRAINT.matcher(part.replace(" ", ""));
      if (!constraint.matches()) {
        throw new UnreadableRange(text, "a constraint is empty");
      }
      var version = version(text, scheme, constraint.group(2));
      switch (constraint.group(1)) {
        case "!=" -> except.add(version);
        case ">" -> bounds.add(new Bound(true, new Span.End(version, false)));
        case ">=" -> bounds.add(new Bound(true, new Span.End(version, true)));
        case "<" -> bounds.add(new Bound(false, new Span.End(version, false)));
        case "<=" -> bounds.add(new Bound(false, new Span.End(version, true)));
        case null, default -> spans.add(Span.only(version));
      }
    }
    spans.addAll(joined(text, bounds));
    if (spans.isEmpty()) {
      // Nothing but exceptions: all others are meant.
      spans.add(new Span(Optional.empty(), Optional.empty()));
    }
    return new VersionRange(scheme, spans, except);
  }

  private static List<Span> joined(String text, List<Bound> bounds) throws UnreadableRange {
    VersionRange.sort(text, bounds, Comparator.comparing(bound -> bound.end().version()));
    var spans = new ArrayList<Span>();
    Optional<Span.End> from = Optional.empty();
    var first = true;
    for (var bound : bounds) {
      if (!first && bound.lower() == from.isPresent()) {
        throw new UnreadableRange(
            text,
            "at %s two %s bounds meet"
                .formatted(bound.end().version(), bound.lower() ? "lower" : "upper"));
      }
      if (bound.lower()) {
        from = Optional.of(bound.end());
      } else {
        spans.add(new Span(from, Optional.of(bound.end())));
        from = Optional.empty();
      }
      first = false;
    }
    if (from.isPresent()) {
      spans.add(new Span(from, Optional.empty()));
    }
    return spans;
  }

  private static Version version(String text, VersionScheme scheme, String quoted)
      throws UnreadableRange {
    var plain = unquoted(text, quoted);
    return Version.of(scheme, plain)
        .orElseThrow(() -> new UnreadableRange(text, VersionRange.notOf(scheme, plain)));
  }

  private static String unquoted(String text, String quoted) throws UnreadableRange {
    try {
      return URLDecoder.decode(quoted.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRange(text, "'%s' has a broken %%-escape".formatted(quoted));
    }
  }
}
