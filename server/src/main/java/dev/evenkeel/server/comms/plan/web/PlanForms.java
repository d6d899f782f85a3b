package dev.evenkeel.server.comms.plan.web;

import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.draft.Wording;
import dev.evenkeel.server.comms.plan.Basis;
import dev.evenkeel.server.comms.plan.PlanTerms;
import dev.evenkeel.server.comms.plan.Planned;
import dev.evenkeel.server.shared.Typed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plans of messages as people and programs write them. */
final class PlanForms {
  private static final int LINE = 200;
  private static final int TEXT = 4_000;
  private static final int WORDING = 20_000;
  private static final int SHORTEST_BEAT = 5;

  /** Above an hour nobody believes that somebody is there (D3). */
  private static final int LONGEST_BEAT = 60;

  private static final int FARTHEST_DAYS = 400;
  private static final Pattern OFFSET =
      Pattern.compile(
          "([+-])?\\s*(?:(\\d{1,3})\\s*d)?\\s*(?:(\\d{1,2})\\s*h)?\\s*(?:(\\d{1,3})\\s*min)?");

  private PlanForms() {}

  static Optional<PlanTerms> terms(Typed typed) {
    var terms =
        new PlanTerms(
            typed.words("communicator", LINE),
            Duration.ofMinutes(
                typed
                    .whole("beatMinutes", SHORTEST_BEAT, LONGEST_BEAT)
                    .orElse((int) PlanTerms.USUAL_BEAT.toMinutes())),
            typed.words("live", LINE),
            typed.words("speaker", LINE),
            typed.words("contact", LINE),
            typed.words("feedback", LINE),
            typed.words("changes", TEXT),
            typed.words("knownIssues", TEXT),
            zone(typed, "zone"),
            typed.ticked("open"),
            typed.words("openTitle", LINE));
    if (terms.open() && terms.openTitle().isEmpty()) {
      typed.wrong(
          "openTitle",
          "This is missing. Say what the upgrade is called there: nothing else of it is shown to everybody.");
    }
    return typed.isWrong() ? Optional.empty() : Optional.of(terms);
  }

  static Map<String, String> filled(PlanTerms terms) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("communicator", terms.communicator().orElse(""));
    texts.put("beatMinutes", Long.toString(terms.beat().toMinutes()));
    texts.put("live", terms.live().orElse(""));
    texts.put("speaker", terms.speaker().orElse(""));
    texts.put("contact", terms.contact().orElse(""));
    texts.put("feedback", terms.feedback().orElse(""));
    texts.put("changes", terms.changes().orElse(""));
    texts.put("knownIssues", terms.knownIssues().orElse(""));
    texts.put("zone", terms.zone().map(ZoneId::getId).orElse(""));
    texts.put("open", Boolean.toString(terms.open()));
    texts.put("openTitle", terms.openTitle().orElse(""));
    return texts;
  }

  /**
   * @param number 0 for a new one
   */
  static Optional<Planned> planned(Typed typed, int number, String owner) {
    Optional<Occasion> occasion = typed.choice("occasion", Occasion.class);
    Optional<Basis> basis = typed.choice("basis", Basis.class);
    if (typed.text("occasion").isEmpty()) {
      typed.wrong("occasion", "This is missing. Say what the message is about.");
    }
    if (typed.text("basis").isEmpty()) {
      typed.wrong("basis", "This is missing. Say what it waits for.");
    }
    Duration offset = offset(typed);
    Optional<AudienceClass> detail = typed.choice("detail", AudienceClass.class);
    Optional<Language> language = typed.choice("language", Language.class);
    Optional<String> channel = typed.words("channel", LINE);
    Optional<ZoneId> zone = zone(typed, "zone");
    String answers = typed.words("owner", LINE).orElse(owner);
    Optional<String> wording = typed.words("wording", WORDING);
    boolean open = typed.ticked("open");
    if (wording.isPresent()) {
      try {
        Wording.of(wording.get());
      } catch (IllegalArgumentException wrong) {
        typed.wrong("wording", String.valueOf(wrong.getMessage()));
      }
    }
    if (occasion.filter(one -> one == Occasion.ADVANCE_NOTICE).isPresent()
        && basis.filter(one -> one == Basis.WINDOW_START).isPresent()
        && offset.plus(Planned.NOTICE).isPositive()) {
      typed.wrong(
          "offset",
          "Notice goes out at least %d days before the window begins. Write -%1$d d or more."
              .formatted(Planned.NOTICE.toDays()));
    }
    if (open && detail.filter(one -> one != AudienceClass.USERS).isPresent()) {
      typed.wrong("open", "Only what is written for users may stand on the public status page.");
    }
    if (typed.isWrong()) {
      return Optional.empty();
    }
    return Optional.of(
        new Planned(
            number,
            occasion.orElseThrow(),
            basis.orElseThrow(),
            offset,
            detail.orElse(AudienceClass.USERS),
            channel,
            language.orElse(Language.EN),
            zone,
            answers,
            // The usual wording, sent back as it was, is not one of its own.
            wording.filter(text ->
                !text.strip()
                    .equals(
                        Wording.shipped(occasion.orElseThrow(), language.orElse(Language.EN))
                            .strip())),
            open,
            Planned.State.DRAFT,
            "",
            Optional.empty(),
            Optional.empty()));
  }

  static Map<String, String> filled(Planned one) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("occasion", one.occasion().word());
    texts.put("basis", one.basis().word());
    texts.put("offset", offset(one.offset()));
    texts.put("detail", one.detail().word());
    texts.put("language", one.language().word());
    texts.put("channel", one.channel().orElse(""));
    texts.put("zone", one.zone().map(ZoneId::getId).orElse(""));
    texts.put("owner", one.owner());
    texts.put("wording", one.wording().orElse(""));
    texts.put("open", Boolean.toString(one.open()));
    return texts;
  }

  static String offset(Duration offset) {
    Duration length = offset.abs();
    StringBuilder text = new StringBuilder(offset.isNegative() ? "-" : "");
    if (length.toDays() > 0) {
      text.append(length.toDays()).append(" d ");
    }
    if (length.toHoursPart() > 0) {
      text.append(length.toHoursPart()).append(" h ");
    }
    if (length.toMinutesPart() > 0) {
      text.append(length.toMinutesPart()).append(" min");
    }
    return length.isZero() ? "" : text.toString().strip();
  }

  private static Duration offset(Typed typed) {
    String text = typed.text("offset");
    Matcher parts = OFFSET.matcher(text);
    if (!parts.matches()) {
      typed.wrong(
          "offset",
          "'%s' is no distance in time. Write it as -8 d, +13 d or -1 d 12 h.".formatted(text));
      return Duration.ZERO;
    }
    Duration length =
        Duration.ofDays(number(parts.group(2)))
            .plusHours(number(parts.group(3)))
            .plusMinutes(number(parts.group(4)));
    if (length.toDays() > FARTHEST_DAYS) {
      typed.wrong("offset", "It is %s; at most %d d are taken.".formatted(text, FARTHEST_DAYS));
    }
    return "-".equals(parts.group(1)) ? length.negated() : length;
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Optional<ZoneId> zone(Typed typed, String path) {
    return typed
        .words(path, LINE)
        .flatMap(text -> {
          try {
            return Optional.of(ZoneId.of(text));
          } catch (DateTimeException none) {
            typed.wrong(
                path, "'%s' is no time zone. Write it as Europe/Berlin or UTC.".formatted(text));
            return Optional.<ZoneId>empty();
          }
        });
  }
}
