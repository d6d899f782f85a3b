package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.server.plan.UpgradeClass;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * How long the audit before an upgrade takes, and until when it must be over (2 to 5 days by
 * complexity, over two weeks before the upgrade).
 *
 * <ol>
 *   <li>Points: dependencies, 0 to 5 none, to 20 one, more two; customisations, none 0, to 5 one,
 *       more two; a major version one, another platform two.
 *   <li>Days: two, and one more for every two points begun; never more than five. They are days
 *       from Monday to Friday.
 *   <li>The last day is at least 14 days before go-live.
 * </ol>
 */
public final class AuditRule {
  public static final int DAYS_BEFORE = 14;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;

  private AuditRule() {}

  /** One reason for the length. */
  public record Part(String what, long amount, int points) {}

  /** How long, and why. */
  public record Length(int days, int points, List<Part> parts) {
    public Length {
      parts = List.copyOf(parts);
    }
  }

  /**
   * @param dependencies how many there are, both ways; 0 or more
   * @param customisations how many are listed; 0 or more
   */
  public static Length length(long dependencies, long customisations, UpgradeClass upgradeClass) {
    List<Part> parts =
        List.of(
            new Part("dependencies", dependencies, points(dependencies, 5, 20)),
            new Part("customisations", customisations, points(customisations, 0, 5)),
            new Part(
                "class " + upgradeClass.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                1,
                switch (upgradeClass) {
                  case PATCH, MINOR -> 0;
                  case MAJOR -> 1;
                  case PLATFORM_SWAP -> 2;
                }));
    int points = parts.stream().mapToInt(Part::points).sum();
    return new Length(Math.min(LONGEST, SHORTEST + (points + 1) / 2), points, parts);
  }

  private static int points(long amount, long none, long one) {
    if (amount < 0) {
      throw new IllegalArgumentException("%d is less than nothing".formatted(amount));
    }
    return amount <= none ? 0 : amount <= one ? 1 : 2;
  }

  /** The last day on which the audit may end. */
  public static LocalDate lastEnd(LocalDate goLive) {
    return goLive.minusDays(DAYS_BEFORE);
  }

  /** The day on which an audit of so many working days must begin to end in time. */
  public static LocalDate lastStart(LocalDate goLive, int days) {
    LocalDate day = lastEnd(goLive);
    int left = days;
    while (true) {
      if (isWorking(day) && --left == 0) {
        return day;
      }
      day = day.minusDays(1);
    }
  }

  /** Days from Monday to Friday, both ends included; 0 when the last is before the first. */
  public static long workingDays(LocalDate first, LocalDate last) {
    return last.isBefore(first)
        ? 0
        : first.datesUntil(last.plusDays(1)).filter(AuditRule::isWorking).count();
  }

  private static boolean isWorking(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
