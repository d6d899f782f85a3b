package dev.evenkeel.estate.lifecycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a version of a product is supported on a day.
 *
 * @param cycle the release line it was decided by
 * @param until the last day of what is had now; of what is out of support, the last day there was
 *     any
 * @param ending how soon that is, when it is within a year
 * @param reason in words for a person
 */
public record SupportStatus(
    Phase phase,
    Optional<Cycle> cycle,
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
    var found = CycleFinder.find(product, version);
    return found
        .cycle()
        .map(cycle -> of(product, cycle, day))
        .orElseGet(() ->
            new SupportStatus(
                Phase.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                found.reason()));
  }

  public static SupportStatus of(Product product, Cycle cycle, LocalDate day) {
    var name = product.label() + " " + cycle.name();
    var ended = cycle.endOfLife().overOn(day);
    if (ended.isEmpty()) {
      return new SupportStatus(
          Phase.UNKNOWN,
          Optional.of(cycle),
          Optional.empty(),
          Optional.empty(),
          "the source does not say whether %s is at its end of life".formatted(name));
    }
    if (!ended.get()) {
      return cycle.activeSupport().overOn(day).orElse(false)
          ? running(
              Phase.SECURITY_ONLY,
              cycle,
              cycle.endOfLife(),
              day,
              name + " gets nothing but security fixes" + since(cycle.activeSupport()))
          : running(Phase.SUPPORTED, cycle, cycle.endOfLife(), day, name + " is supported");
    }
    if (cycle.extendedSupport().runsOn(day)) {
      return running(
          Phase.EXTENDED,
          cycle,
          cycle.extendedSupport(),
          day,
          name + " is past its end of life" + since(cycle.endOfLife()) + ", with extended support");
    }
    var last = lastOf(cycle);
    return new SupportStatus(
        Phase.OUT_OF_SUPPORT,
        Optional.of(cycle),
        last,
        Optional.empty(),
        "%s is out of support%s"
            .formatted(
                name, last.map(date -> " since " + date).orElse(", nobody says since when")));
  }

  private static SupportStatus running(
      Phase phase, Cycle cycle, SupportEnd end, LocalDate day, String words) {
    return new SupportStatus(
        phase,
        Optional.of(cycle),
        end.date(),
        end.date().flatMap(last -> Horizon.of(last, day)),
        words + end.date().map(last -> " until " + last).orElse(", nobody says until when"));
  }

  private static String since(SupportEnd end) {
    return end.date().map(last -> " (%s)".formatted(last)).orElse("");
  }

  private static Optional<LocalDate> lastOf(Cycle cycle) {
    return cycle.extendedSupport().date().or(() -> cycle.endOfLife().date());
  }
}
