package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.Stated;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Typed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads what is stated of an upgrade that is under way. */
final class AdoptionForm {
  private static final int LONGEST = 2_000;
  private static final int LINE = 200;

  private AdoptionForm() {}

  /** What to do once nothing is wrong. */
  static Runnable of(Typed typed, AdoptionDesk desk, UpgradeId id, long seen, Actor actor) {
    Optional<Stated.Kind> kind = typed.choice("kind", Stated.Kind.class);
    if (kind.isEmpty() && typed.says("kind").isEmpty()) {
      typed.wrong(
          "kind",
          "This is missing. Write started, paused, resumed, finished, rolled-back or done.");
    }
    String says = typed.needed("says", LONGEST, "Say what was done.");
    String who = typed.needed("who", LINE, "Say who did it.");
    Optional<Instant> when = moment(typed);
    return () -> desk.state(id, kind.orElseThrow(), says, who, when.orElseThrow(), seen, actor);
  }

  private static Optional<Instant> moment(Typed typed) {
    ZoneId zone = zone(typed);
    String text = typed.needed("when", LINE, "Say when, such as 2027-01-31T22:00Z.");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
              ? OffsetDateTime.parse(text).toInstant()
              : wall(LocalDateTime.parse(text.replace(' ', 'T')), zone, typed));
    } catch (DateTimeException none) {
      typed.wrong(
          "when",
          "'%s' is no moment. Write it as 2027-01-31 22:00, or with its zone as 2027-01-31T22:00Z."
              .formatted(text));
      return Optional.empty();
    }
  }

  private static Instant wall(LocalDateTime wall, ZoneId zone, Typed typed) {
    if (zone.getRules().getValidOffsets(wall).isEmpty()) {
      typed.wrong(
          "when",
          "There was no %s in %s: the clock was put forward then. Write another time, or one with its zone such as 2027-01-31T22:00Z."
              .formatted(wall, zone));
    }
    return wall.atZone(zone).toInstant();
  }

  /** In which the page shows moments, sent along by its form; UTC without. */
  private static ZoneId zone(Typed typed) {
    String text = typed.words("zone", LINE).orElse("UTC");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException none) {
      typed.wrong(
          "when", "There is no time zone '%s'. Write one such as Europe/Berlin.".formatted(text));
      return ZoneOffset.UTC;
    }
  }
}
