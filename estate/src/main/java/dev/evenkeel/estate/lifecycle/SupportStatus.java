package dev.evenkeel.estate.lifecycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a version of a product is supported on a day.
 *
 * @param line the release line it was decided by
 * @param until the last day of what is had now; of what is out of support, the last day there was
 *     any
 * @param ending how soon that is, when it is within a year
 * @param reason in words for a person
 */
public record SupportStatus(
    Phase phase,
    Optional<ReleaseLine> line,
    Optional<LocalDate> until,
    Optional<Horizon> ending,
    String reason) {

  /** From everything to nothing. */
  public enum Phase {
    SUPPORTED,
    /** Only security is still mended. */
    SECURITY_ONLY,
    /** Past its end of life; fixes only for those who pay or applied for them. */
    EXTENDED,
    OUT_OF_SUPPORT,
    UNKNOWN
  }

  /** How soon support ends. */
  public enum Horizon {
    WITHIN_30_DAYS(30),
    WITHIN_90_DAYS(90),
    WITHIN_180_DAYS(180),
    WITHIN_365_DAYS(365);

    private final int days;

    Horizon(int days) {
      this.days = days;
    }

    public int days() {
      return days;
    }

    static Optional<Horizon> of(LocalDate last, LocalDate day) {
      var left = ChronoUnit.DAYS.between(day, last);
      return Arrays.stream(values()).filter(horizon -> left <= horizon.days).findFirst();
    }
  }

  /** Of a version as a system says it. */
  public static SupportStatus of(Product product, String version, LocalDate day) {
    var found = LineFinder.find(product, version);
    return found
        .line()
        .map(line -> of(product, line, day))
        .orElseGet(() ->
            new SupportStatus(
                Phase.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                found.reason()));
  }

  public static SupportStatus of(Product product, ReleaseLine line, LocalDate day) {
    var name = product.label() + " " + line.name();
    var ended = line.endOfLife().overOn(day);
    if (ended.isEmpty()) {
      return new SupportStatus(
          Phase.UNKNOWN,
          Optional.of(line),
          Optional.empty(),
          Optional.empty(),
          "the source does not say whether %s is at its end of life".formatted(name));
    }
    if (!ended.get()) {
      return line.activeSupport().overOn(day).orElse(false)
          ? running(
              Phase.SECURITY_ONLY,
              line,
              line.endOfLife(),
              day,
              name + " gets nothing but security fixes" + since(line.activeSupport()))
          : running(Phase.SUPPORTED, line, line.endOfLife(), day, name + " is supported");
    }
    if (line.extendedSupport().runsOn(day)) {
      return running(
          Phase.EXTENDED,
          line,
          line.extendedSupport(),
          day,
          name + " is past its end of life" + since(line.endOfLife()) + ", with extended support");
    }
    var last = lastOf(line);
    return new SupportStatus(
        Phase.OUT_OF_SUPPORT,
        Optional.of(line),
        last,
        Optional.empty(),
        "%s is out of support%s"
            .formatted(
                name, last.map(date -> " since " + date).orElse(", nobody says since when")));
  }

  private static SupportStatus running(
      Phase phase, ReleaseLine line, SupportEnd end, LocalDate day, String words) {
    return new SupportStatus(
        phase,
        Optional.of(line),
        end.date(),
        end.date().flatMap(last -> Horizon.of(last, day)),
        words + end.date().map(last -> " until " + last).orElse(", nobody says until when"));
  }

  private static String since(SupportEnd end) {
    return end.date().map(last -> " (%s)".formatted(last)).orElse("");
  }

  private static Optional<LocalDate> lastOf(ReleaseLine line) {
    return Stream.of(line.endOfLife(), line.extendedSupport())
        .flatMap(end -> end.date().stream())
        .max(Comparator.naturalOrder());
  }
}
