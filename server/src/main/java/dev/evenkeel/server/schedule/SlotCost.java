package dev.evenkeel.server.schedule;

import java.util.Locale;

/**
 * The use that falls into a time, of all systems that are away then or hit.
 *
 * @param hours of people where it is known of any system how many use it, else of average use
 * @param averageHours the same as hours of average use of all of them together: 0.2 in two hours
 *     means that a tenth of what is usual is lost
 */
public record SlotCost(double hours, boolean inPeople, double averageHours) {

  /** Such as {@code 1,240 hours of people} or {@code 0.3 hours of average use}. */
  public String words() {
    return inPeople
        ? String.format(Locale.ROOT, "%,.0f hours of people", hours)
        : String.format(Locale.ROOT, "%.2f hours of average use", averageHours);
  }
}
