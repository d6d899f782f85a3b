package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.version.Step;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something a vendor gives out in release lines, as endoflife.date describes it.
 *
 * @param name identifies it
 * @param label for people
 * @param lines in the order of the source, which is newest first for most
 */
public record Product(
    String name,
    String label,
    Optional<String> category,
    List<String> aliases,
    List<Identifier> identifiers,
    Optional<String> versionCommand,
    Optional<String> link,
    List<ReleaseLine> lines) {
  public Product {
    aliases = List.copyOf(aliases);
    identifiers = List.copyOf(identifiers);
    lines = List.copyOf(lines);
  }

  /** How others name the product. */
  public record Identifier(Kind kind, String text) {
    public enum Kind {
      PURL,
      CPE,
      REPOLOGY,
      /** A kind that came up later. */
      OTHER
    }

    static Identifier of(String type, String text) {
      return switch (type.toLowerCase(Locale.ROOT)) {
        case "purl" -> new Identifier(Kind.PURL, text);
        case "cpe" -> new Identifier(Kind.CPE, text);
        case "repology" -> new Identifier(Kind.REPOLOGY, text);
        default -> new Identifier(Kind.OTHER, text);
      };
    }
  }

  public Optional<ReleaseLine> line(String name) {
    return lines.stream().filter(line -> line.name().equals(name)).findFirst();
  }

  /** The release line a version belongs to. */
  public Optional<ReleaseLine> lineOf(String version) {
    return LineFinder.find(this, version).line();
  }

  /** How big the step from one version to another is, by what is known of the release lines. */
  public Step step(String from, String to) {
    return StepByLines.between(this, from, to);
  }

  /** The lines that are maintained on that day and came out after this one, the oldest first. */
  public List<ReleaseLine> nextAfter(ReleaseLine line, LocalDate day) {
    return outAfter(line, day).stream().filter(next -> next.maintainedOn(day)).toList();
  }

  /** The lines that had come out by that day and came after this one, the oldest first. */
  public List<ReleaseLine> outAfter(ReleaseLine line, LocalDate day) {
    return LinesInOrder.of(this).after(line).stream().filter(next -> next.isOutOn(day)).toList();
  }

  /** Those that had come out by that day, in the order of the source. */
  public List<ReleaseLine> linesOut(LocalDate day) {
    return lines.stream().filter(line -> line.isOutOn(day)).toList();
  }

  /** When the newest release that is known came until that day, as far as days are said. */
  public Optional<LocalDate> newestRelease(LocalDate day) {
    return lines.stream()
        .flatMap(line ->
            Stream.concat(
                line.released().stream(), line.latest().flatMap(ReleaseLine.Latest::date).stream()))
        .filter(date -> !date.isAfter(day))
        .max(Comparator.naturalOrder());
  }
}
