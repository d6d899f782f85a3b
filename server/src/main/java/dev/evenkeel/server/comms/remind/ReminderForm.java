package dev.evenkeel.server.comms.remind;

import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.remind.ReminderTerms.Mode;
import dev.evenkeel.server.shared.Typed;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads how somebody wants to be reminded. */
final class ReminderForm {
  private ReminderForm() {}

  /** As it is typed. */
  static Map<String, String> texts(ReminderTerms terms) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("mode", terms.mode().name());
    texts.put("at", terms.at().toString());
    texts.put("zone", terms.zone().map(ZoneId::getId).orElse(""));
    texts.put("language", terms.language().name());
    texts.put("soonDays", Integer.toString(terms.soonDays()));
    texts.put("weekends", Boolean.toString(terms.weekends()));
    return texts;
  }

  static ReminderTerms read(Typed typed) {
    ReminderTerms usual = ReminderTerms.USUAL;
    return new ReminderTerms(
        typed.choice("mode", Mode.class).orElse(usual.mode()),
        at(typed),
        zone(typed),
        typed.choice("language", Language.class).orElse(usual.language()),
        typed.whole("soonDays", 0, ReminderTerms.MOST_DAYS).orElse(usual.soonDays()),
        typed.ticked("weekends"));
  }

  private static LocalTime at(Typed typed) {
    String text = typed.text("at");
    try {
      return text.isEmpty() ? ReminderTerms.USUAL.at() : LocalTime.parse(text).withNano(0);
    } catch (DateTimeException none) {
      typed.wrong("at", "'%s' is no time of the day. Write it as 08:00.".formatted(text));
      return ReminderTerms.USUAL.at();
    }
  }

  private static Optional<ZoneId> zone(Typed typed) {
    String text = typed.text("zone");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      typed.wrong(
          "zone",
          "There is no zone '%s'. Write one of the IANA database, such as Europe/Berlin, or leave it out."
              .formatted(text));
      return Optional.empty();
    }
    return Optional.of(ZoneId.of(text));
  }
}
