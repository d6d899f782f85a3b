package dev.evenkeel.server.comms.meet;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.ical.Meeting;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.people.KickOff;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mail about a kick-off, with the entry for calendars in it. */
record KickOffMail(
    Upgrade upgrade,
    KickOff kickOff,
    String uid,
    int sequence,
    Instant now,
    String organizer,
    Optional<String> page) {

  /**
   * @param update whether they had another time of it before
   */
  Message to(Convening.Letter letter, Audience reader, boolean update, String key, Actor actor) {
    Words words = Words.of(reader.language());
    String what = letter.off() ? "off" : update ? "moved" : "asked";
    Instant from = kickOff.from().orElseThrow();
    StringBuilder text = new StringBuilder();
    text.append(words.word("meet." + what).formatted(upgrade.terms().title())).append("\n\n");
    text.append(words.word("meet.when").formatted(Spoken.at(from, reader))).append('\n');
    kickOff
        .place()
        .ifPresent(place -> text.append(words.word("meet.where").formatted(place)).append('\n'));
    if (!letter.off()) {
      kickOff.agenda().forEach(point -> text.append("- ").append(point).append('\n'));
      page.ifPresent(
          to -> text.append('\n').append(words.word("meet.page").formatted(to)).append('\n'));
    }
    Meeting meeting =
        new Meeting(
            uid,
            sequence,
            now,
            new Span(from, kickOff.to().orElse(from)),
            words.word("meet.subject").formatted(upgrade.terms().title()),
            text.toString(),
            kickOff.place(),
            organizer,
            List.of(new Meeting.Guest(letter.address(), letter.person())));
    return Message.toPerson(
            key,
            letter.address(),
            words
                .word("meet.subject." + what)
                .formatted(upgrade.terms().title(), Spoken.at(from, reader)),
            text.toString(),
            "/upgrades/%s/people".formatted(upgrade.id()),
            reader.language().word(),
            actor)
        .withInvite(letter.off() ? meeting.cancel() : meeting.request());
  }
}
