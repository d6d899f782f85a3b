package dev.evenkeel.server.comms.remind;

import dev.evenkeel.server.comms.draft.Language;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How somebody wants to be reminded.
 *
 * @param at by the clock of the person
 * @param zone that of the estate when empty
 * @param soonDays how many days ahead a deadline is soon
 * @param weekends whether Saturdays and Sundays are days like others
 */
public record ReminderTerms(
    Mode mode,
    LocalTime at,
    Optional<ZoneId> zone,
    Language language,
    int soonDays,
    boolean weekends) {
  static final int MOST_DAYS = 30;

  public static final ReminderTerms USUAL =
      new ReminderTerms(Mode.DAILY, LocalTime.of(8, 0), Optional.empty(), Language.EN, 3, false);

  /** Names are stored, so they never change. */
  public enum Mode {
    DAILY("daily, and urgent ones at once"),
    URGENT("only urgent ones"),
    OFF("none");

    private final String says;

    Mode(String says) {
      this.says = says;
    }

    public String says() {
      return says;
    }
  }
}
