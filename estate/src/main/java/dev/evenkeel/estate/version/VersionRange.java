package dev.evenkeel.estate.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which versions of one scheme something is true for. */
public final class VersionRange {
  private final VersionScheme scheme;
  private final List<Span> spans;
  private final List<Version> except;

  VersionRange(VersionScheme scheme, List<Span> spans, List<Version> except) {
    this.scheme = scheme;
    this.spans = List.copyOf(spans);
    this.except = List.copyOf(except);
  }

  /** Reads {@code vers:pypi/>=1.2|<2.0|!=1.5}, the notation of package URLs for ranges. */
  public static VersionRange ofVers(String text) throws UnreadableRange {
    return Vers.read(text);
  }

  /** What an event of OSV says of its version. */
  public enum Change {
    INTRODUCED,
    FIXED,
    /** The last version it is true for. */
    LAST_AFFECTED,
    /** From here on nothing is said. */
    LIMIT
  }

  /**
   * @param version as OSV writes it; {@code 0} stands before every version
   */
  public record Event(Change change, String version) {}

  /** What is between 'introduced' and the next 'fixed', as OSV evaluates its events. */
  public static VersionRange ofEvents(VersionScheme scheme, List<Event> events)
      throws UnreadableRange {
    record Placed(Change change, Optional<Version> version) {}
    var said = events.stream().map(e -> e.change() + " " + e.version());
    var text = said.collect(Collectors.joining(", "));
    var placed = new ArrayList<Placed>();
    for (var event : events) {
      var version = Version.of(scheme, event.version());
      var first = event.version().equals("0");
      if (version.isEmpty() && !first) {
        throw new UnreadableRange(text, notOf(scheme, event.version()));
      }
      placed.add(new Placed(event.change(), first ? Optional.empty() : version));
    }
    sort(
        text,
        placed,
        Comparator.comparing(
            Placed::version,
            (left, right) ->
                left.isEmpty() || right.isEmpty()
                    ? Boolean.compare(left.isPresent(), right.isPresent())
                    : left.get().compareTo(right.get())));
    var spans = new ArrayList<Span>();
    Optional<Placed> open = Optional.empty();
    for (var event : placed) {
      if (event.change() == Change.INTRODUCED) {
        open = open.or(() -> Optional.of(event));
      } else if (open.isPresent()) {
        var from = open.get().version().map(version -> new Span.End(version, true));
        var last = event.change() == Change.LAST_AFFECTED;
        spans.add(new Span(from, event.version().map(version -> new Span.End(version, last))));
        open = Optional.empty();
      }
    }
    open.map(event -> event.version().map(version -> new Span.End(version, true)))
        .ifPresent(from -> spans.add(new Span(from, Optional.empty())));
    return new VersionRange(scheme, spans, List.of());
  }

  /** Maven's order of made-up versions may contradict itself, which sorting notices. */
  static <T> void sort(String range, List<T> bounds, Comparator<T> order) throws UnreadableRange {
    try {
      bounds.sort(order);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRange(range, "its versions have no order: " + e.getMessage());
    }
  }

  static String notOf(VersionScheme scheme, String version) {
    return "'%s' is no version as %s counts them".formatted(version, scheme);
  }

  public VersionScheme scheme() {
    return scheme;
  }

  /**
   * @throws IllegalArgumentException when the version is of another scheme
   */
  public boolean holds(Version version) {
    if (version.scheme() != scheme) {
      throw new IllegalArgumentException(
          "%s is counted as %s, the range as %s".formatted(version, version.scheme(), scheme));
    }
    return spans.stream().anyMatch(span -> span.holds(version))
        && except.stream().noneMatch(one -> one.compareTo(version) == 0);
  }

  /** In words, such as {@code from 1.2 before 2.0, but not 1.5}. */
  @Override
  public String toString() {
    var held =
        spans.isEmpty()
            ? "no version"
            : spans.stream().map(Span::toString).collect(Collectors.joining(" or "));
    return Stream.concat(Stream.of(held), except.stream().map(version -> "but not " + version))
        .collect(Collectors.joining(", "));
  }
}
