package dev.evenkeel.server.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments within sentences, to the minute and with their zone, as pages write them elsewhere. */
public final class Moments {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Moments() {}

  public static String at(Instant moment) {
    return MOMENT.format(moment) + " UTC";
  }

  /** The day of the end is there when it is another one. */
  public static String span(Instant from, Instant to) {
    boolean sameDay =
        LocalDate.ofInstant(from, ZoneOffset.UTC).equals(LocalDate.ofInstant(to, ZoneOffset.UTC));
    return "%s to %s UTC".formatted(MOMENT.format(from), (sameDay ? TIME : MOMENT).format(to));
  }
}
