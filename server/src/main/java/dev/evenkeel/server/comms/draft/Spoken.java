package dev.evenkeel.server.comms.draft;

import dev.evenkeel.server.comms.draft.Facts.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** Facts in a language, by a clock. */
public final class Spoken {
  private Spoken() {}

  static Map<String, Object> of(Facts facts, Audience audience) {
    Map<String, Object> told = new HashMap<>();
    // A fact that is not known is false, so that a section for its absence is written.
    for (Known name : Known.values()) {
      told.put(name.word(), false);
    }
    facts.known().forEach((name, value) -> told.put(name.word(), say(value, audience)));
    return told;
  }

  /** Such as {@code Thursday 3 December 2026}. */
  public static String day(LocalDate day, Language language) {
    return DateTimeFormatter.ofPattern(Words.of(language).word("day"), language.locale())
        .format(day);
  }

  static String say(Value value, Audience audience) {
    Words words = Words.of(audience.language());
    return switch (value) {
      case Value.Words(var text) -> text;
      case Value.Term(var word) -> words.word(word);
      case Value.Day(var day) -> day(day, audience.language());
      case Value.Moment(var at) ->
          "%s (%s)"
              .formatted(
                  format(words, "moment", audience).format(at.atZone(audience.zone())),
                  audience.zone());
      case Value.Length(var length) -> length(length, words);
    };
  }

  private static DateTimeFormatter format(Words words, String name, Audience audience) {
    return DateTimeFormatter.ofPattern(words.word(name), audience.language().locale());
  }

  /** Such as {@code Thursday 3 December 2026, 22:00 (Europe/Berlin)}. */
  public static String at(Instant at, Audience audience) {
    return say(new Value.Moment(at), audience);
  }

  /** Such as {@code 2 days 3 h}. */
  public static String length(Duration length, Language language) {
    return length(length, Words.of(language));
  }

  private static String length(Duration length, Words words) {
    StringBuilder said = new StringBuilder();
    long[] amounts = {length.toDays(), length.toHoursPart(), length.toMinutesPart()};
    String[] units = {"days", "hours", "minutes"};
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] != 0) {
        said.append(said.isEmpty() ? "" : " ")
            .append(amounts[i])
            .append(' ')
            .append(words.word(amounts[i] == 1 ? units[i] + ".one" : units[i]));
      }
    }
    return said.isEmpty()
        ? "%d %s".formatted(length.toSeconds(), words.word("seconds"))
        : said.toString();
  }
}
