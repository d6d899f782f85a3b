package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.problem.Problem;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How slots are told to somebody. */
public interface Telling {
  /** A moment: the beginning of a slot. */
  String at(int slot);

  /** From the beginning of one slot to the beginning of another. */
  String span(int from, int to);

  /** So many slots long. */
  String lasting(int slots);

  /** As numbers, as files hold them. */
  Telling SLOTS =
      new Telling() {
        @Override
        public String at(int slot) {
          return "slot " + slot;
        }

        @Override
        public String span(int from, int to) {
          return "from slot %d to %d".formatted(from, to);
        }

        @Override
        public String lasting(int slots) {
          return slots == 1 ? "1 slot" : "%d slots".formatted(slots);
        }
      };

  /** As days and times of a zone, which is named as people name it, such as CET. */
  static Telling dates(Problem problem, ZoneId zone) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    DateTimeFormatter withZone =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);
    DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);
    return new Telling() {
      private ZonedDateTime moment(int slot) {
        ZoneId named = zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
        return problem.at(slot).atZone(named);
      }

      @Override
      public String at(int slot) {
        return moment(slot).format(withZone);
      }

      @Override
      public String span(int from, int to) {
        boolean isOneDay = moment(from).toLocalDate().equals(moment(to).toLocalDate());
        return "from %s to %s"
            .formatted(moment(from).format(day), moment(to).format(isOneDay ? time : withZone));
      }

      @Override
      public String lasting(int slots) {
        Duration length = Duration.ofMinutes((long) slots * problem.slotMinutes());
        List<String> parts = new ArrayList<>();
        part(parts, length.toDaysPart(), "day");
        part(parts, length.toHoursPart(), "hour");
        part(parts, length.toMinutesPart(), "minute");
        return parts.isEmpty() ? "no time" : String.join(" ", parts);
      }
    };
  }

  private static void part(List<String> parts, long many, String unit) {
    if (many > 0) {
      parts.add("%d %s%s".formatted(many, unit, many == 1 ? "" : "s"));
    }
  }
}
