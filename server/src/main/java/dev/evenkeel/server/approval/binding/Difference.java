package dev.evenkeel.server.approval.binding;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that is another now than when it was agreed to.
 *
 * @param was as it was agreed to; empty when it was not there
 * @param is as it is; empty when it is not there
 * @param material whether it voids the approval
 */
public record Difference(Field field, String was, String is, boolean material) {
  /** What stands for a value that is not there. */
  public static final String NOTHING = "nothing";

  /** For people. */
  public String says() {
    return "%s: %s, approved was %s."
        .formatted(field.words(), withoutStop(shown(is)), withoutStop(shown(was)));
  }

  /** Sentences that people wrote end within one of ours. */
  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** What it was when it was asked for, for people. */
  public String shownWas() {
    return shown(was);
  }

  public String shownIs() {
    return shown(is);
  }

  private String shown(String value) {
    if (value.isEmpty()) {
      return field == Field.TRIES ? "0" : NOTHING;
    }
    return switch (field) {
      case RUNBOOK_DIGEST -> shortened(value, 16);
      case PROCESS -> shortened(value, value.lastIndexOf(' ') + 1 + 16);
      default -> field.shown(value).strip();
    };
  }

  private static String shortened(String value, int most) {
    return value.length() > most ? value.substring(0, most) + "…" : value;
  }

  /** All there are, in the order of the fields; the approved window itself is no difference. */
  public static List<Difference> between(Content approved, Content now) {
    List<Difference> all = new ArrayList<>();
    for (Field field : Field.values()) {
      if (field == Field.WINDOW_FROM || field == Field.WINDOW_UNTIL) {
        continue;
      }
      String was = approved.get(field).orElse("");
      String is = now.get(field).orElse("");
      if (!was.equals(is)) {
        all.add(new Difference(field, was, is, isMaterial(field, was, is, approved)));
      }
    }
    return all;
  }

  private static boolean isMaterial(Field field, String was, String is, Content approved) {
    return switch (field.material()) {
      case ANY -> true;
      case NONE -> false;
      case MORE -> number(is).compareTo(number(was)) > 0;
      case OUTSIDE -> is.isEmpty() || isOutside(is, approved);
    };
  }

  private static BigDecimal number(String text) {
    try {
      return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    } catch (NumberFormatException none) {
      return BigDecimal.ZERO;
    }
  }

  /** A day is outside when no moment of it, in any zone, lies within. */
  private static boolean isOutside(String planned, Content approved) {
    Instant from = approved.get(Field.WINDOW_FROM).map(Instant::parse).orElse(Instant.MIN);
    Instant until = approved.get(Field.WINDOW_UNTIL).map(Instant::parse).orElse(Instant.MAX);
    try {
      LocalDate day = LocalDate.parse(planned);
      return day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant().isBefore(from)
          || day.atStartOfDay(ZoneOffset.ofHours(14)).toInstant().isAfter(until);
    } catch (DateTimeException moment) {
      Instant at = Instant.parse(planned);
      return at.isBefore(from) || at.isAfter(until);
    }
  }
}
