package dev.evenkeel.server.comms.remind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Person.Absence;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.comms.remind.Digest.Item;
import dev.evenkeel.server.comms.remind.Digest.Part;
import dev.evenkeel.server.comms.remind.Digest.Told;
import dev.evenkeel.server.comms.remind.ReminderTerms.Mode;
import dev.evenkeel.server.shared.Wait;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told what of their tasks, and at which moment (C02, C56). */
@Tag("C02")
class DigestTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Told NOTHING = new Told(Set.of(), Set.of());

  /** A Tuesday, 08:00 in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // zone, at, now, is it time
    "Europe/Berlin,    08:00, 2026-11-24T06:59:59Z, false",
    "Europe/Berlin,    08:00, 2026-11-24T07:00:00Z, true",
    "Europe/Berlin,    08:00, 2026-11-24T14:59:59Z, true",
    "Europe/Berlin,    08:00, 2026-11-24T15:00:00Z, false",
    // Saturday and Sunday
    "Europe/Berlin,    08:00, 2026-11-28T07:00:00Z, false",
    "Europe/Berlin,    08:00, 2026-11-29T07:00:00Z, false",
    // where it is Monday already, and where it is Friday still
    "Pacific/Auckland, 08:00, 2026-11-29T19:00:00Z, true",
    "America/New_York, 18:00, 2026-11-28T00:00:00Z, true",
    // in summer the same hour is another instant
    "Europe/Berlin,    08:00, 2026-06-23T05:59:00Z, false",
    "Europe/Berlin,    08:00, 2026-06-23T06:00:00Z, true",
    "Asia/Kolkata,     08:00, 2026-11-24T02:30:00Z, true",
  })
  void it_is_at_the_chosen_hour_by_the_clock_of_the_person(
      String zone, LocalTime at, Instant now, boolean is) {
    assertThat(isTime(terms(at, false), ZoneId.of(zone), now)).isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({
    // 02:30 does not exist on 28 March 2027 in Berlin: it is told at 03:30
    "02:30, 2027-03-28T01:29:59Z, false",
    "02:30, 2027-03-28T01:30:00Z, true",
    "08:00, 2027-03-28T06:00:00Z, true",
    // 02:30 comes twice on 25 October 2026: the first counts
    "02:30, 2026-10-25T00:29:59Z, false",
    "02:30, 2026-10-25T00:30:00Z, true",
    "08:00, 2026-10-25T06:59:59Z, false",
    "08:00, 2026-10-25T07:00:00Z, true",
  })
  void days_on_which_the_clock_is_put_on_or_back_have_their_hour_once(
      LocalTime at, Instant now, boolean is) {
    assertThat(isTime(terms(at, true), BERLIN, now)).isEqualTo(is);
  }

  @Test
  void it_is_time_once_a_day_also_when_the_person_moves_to_another_zone() {
    LocalDate today = LocalDate.of(2026, 11, 24);
    assertThat(Digest.isTime(ReminderTerms.USUAL, BERLIN, List.of(), Optional.of(today), NOW))
        .isFalse();
    assertThat(
            Digest.isTime(
                ReminderTerms.USUAL,
                ZoneId.of("America/New_York"),
                List.of(),
                Optional.of(today),
                Instant.parse("2026-11-24T13:00:00Z")))
        .isFalse();
    assertThat(
            Digest.isTime(
                ReminderTerms.USUAL,
                BERLIN,
                List.of(),
                Optional.of(today),
                Instant.parse("2026-11-25T07:00:00Z")))
        .isTrue();
  }

  @Test
  void who_is_away_is_not_reminded_until_they_are_back() {
    var away =
        List.of(
            new Absence(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25), Optional.empty()));
    assertThat(Digest.isTime(ReminderTerms.USUAL, BERLIN, away, Optional.empty(), NOW)).isFalse();
    assertThat(Digest.next(ReminderTerms.USUAL, BERLIN, away, Optional.empty(), NOW))
        .hasValueSatisfying(
            at -> assertThat(at).hasToString("2026-11-26T08:00+01:00[Europe/Berlin]"));
  }

  @Test
  void who_turned_it_off_is_never_reminded() {
    for (Mode mode : List.of(Mode.OFF, Mode.URGENT)) {
      var off = new ReminderTerms(mode, LocalTime.of(8, 0), Optional.empty(), Language.EN, 3, true);
      assertThat(Digest.isTime(off, BERLIN, List.of(), Optional.empty(), NOW)).isFalse();
      assertThat(Digest.next(off, BERLIN, List.of(), Optional.empty(), NOW)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T06:59:59Z, OVERDUE",
    "2026-11-24T07:00:00Z, TODAY",
    "2026-11-24T22:59:59Z, TODAY",
    "2026-11-24T23:00:00Z, SOON",
    "2026-11-27T22:59:59Z, SOON",
    "2026-11-27T23:00:00Z, NEW",
  })
  void deadlines_are_overdue_today_or_soon_by_the_days_of_the_person(Instant due, Part part) {
    Digest digest =
        Digest.of(List.of(item(1, Optional.of(due))), NOTHING, BERLIN, 3, NOW).orElseThrow();
    assertThat(digest.of(part)).singleElement().satisfies(it -> assertThat(it.isNew()).isTrue());
    assertThat(digest.parts()).hasSize(1);
  }

  @Test
  void what_is_overdue_or_due_today_is_told_every_day() {
    for (String due : List.of("2026-11-20T12:00:00Z", "2026-11-24T12:00:00Z")) {
      List<Item> open = List.of(item(1, Optional.of(Instant.parse(due))));
      assertThat(Digest.of(open, Digest.told(open, BERLIN, 3, NOW), BERLIN, 3, NOW)).isPresent();
    }
  }

  @Test
  void what_is_due_soon_is_told_once_and_named_whenever_there_is_something_to_say() {
    Item soon = item(1, Optional.of(Instant.parse("2026-11-26T12:00:00Z")));
    Told known = new Told(Set.of("task/1"), Set.of());
    assertThat(Digest.of(List.of(soon), known, BERLIN, 3, NOW))
        .hasValueSatisfying(it ->
            assertThat(it.of(Part.SOON))
                .singleElement()
                .satisfies(line -> assertThat(line.isNew()).isFalse()));
    Told told = Digest.told(List.of(soon), BERLIN, 3, NOW);
    assertThat(Digest.of(List.of(soon), told, BERLIN, 3, NOW)).isEmpty();
    assertThat(
            Digest.of(List.of(soon, item(2, Optional.empty())), told, BERLIN, 3, NOW)
                .orElseThrow()
                .parts())
        .containsOnlyKeys(Part.SOON, Part.NEW);
  }

  @Test
  void when_nothing_is_due_and_nothing_is_new_nothing_is_told() {
    List<Item> open =
        List.of(
            item(1, Optional.empty()), item(2, Optional.of(Instant.parse("2027-01-01T00:00:00Z"))));
    assertThat(Digest.of(List.of(), NOTHING, BERLIN, 3, NOW)).isEmpty();
    assertThat(Digest.of(open, Digest.told(open, BERLIN, 3, NOW), BERLIN, 3, NOW)).isEmpty();
  }

  @Test
  void what_comes_back_to_somebody_is_new_again() {
    Item one = item(1, Optional.empty());
    Told without = Digest.told(List.of(), BERLIN, 3, NOW);
    assertThat(Digest.of(List.of(one), without, BERLIN, 3, NOW)).isPresent();
  }

  @Test
  void the_message_is_in_the_language_by_the_clock_and_names_practice() {
    var open =
        List.of(
            item(1, Optional.of(Instant.parse("2026-11-23T21:00:00Z"))),
            new Item(2, "Check\r\nthe rest", "ERP to 18", Optional.empty(), true));
    Digest digest =
        Digest.of(open, new Told(Set.of("task/1"), Set.of()), BERLIN, 3, NOW).orElseThrow();
    var english =
        new DigestText(Language.EN, BERLIN, new PublicSettings("https://evenkeel.example.org"))
            .of(digest);
    assertThat(english.subject()).isEqualTo("Your tasks: 1 overdue, 1 new");
    assertThat(english.text())
        .contains(
            "- Task 1 (Shop to 11), since Monday 23 November 2026, 22:00 (Europe/Berlin)\n  https://evenkeel.example.org/tasks/1\n",
            "- Check the rest (ERP to 18) [practice]\n",
            "https://evenkeel.example.org/tasks/reminders");
    var german = new DigestText(Language.DE, BERLIN, new PublicSettings("")).of(digest);
    assertThat(german.subject()).isEqualTo("Ihre Aufgaben: 1 überfällig, 1 neu");
    assertThat(german.text())
        .contains("seit Montag, 23. November 2026, 22:00 Uhr (Europe/Berlin)", "[Übung]")
        .doesNotContain("http");
  }

  @Test
  void what_else_waits_is_told_once_with_its_page_and_what_has_a_mail_of_its_own_is_not_new() {
    Optional<Instant> far = Optional.of(Instant.parse("2027-02-01T00:00:00Z"));
    Item costs =
        Item.of(
            new Wait(
                Wait.Kind.COSTS, "costs/3/a", "Ledger", "5,000 EUR", far, "/upgrades/3/budget"));
    Item agree =
        Item.of(
            new Wait(Wait.Kind.APPROVAL, "approval/4", "Ledger", "", far, "/upgrades/3/approval"));
    List<Item> open = List.of(costs, agree);
    Digest digest = Digest.of(open, NOTHING, BERLIN, 3, NOW).orElseThrow();
    assertThat(digest.of(Part.NEW))
        .extracting(line -> line.item().key())
        .containsExactly("costs/3/a");
    assertThat(Digest.of(open, Digest.told(open, BERLIN, 3, NOW), BERLIN, 3, NOW)).isEmpty();
    var german =
        new DigestText(Language.DE, BERLIN, new PublicSettings("https://evenkeel.example.org"))
            .of(digest);
    assertThat(german.subject()).isEqualTo("Das wartet auf Sie: 1 neu");
    assertThat(german.text())
        .contains(
            "- Die Kosten genehmigen oder nicht: 5,000 EUR (Ledger)",
            "https://evenkeel.example.org/upgrades/3/budget",
            "https://evenkeel.example.org/waiting");
    Item late =
        Item.of(new Wait(Wait.Kind.APPROVAL, "approval/4", "Ledger", "", Optional.of(NOW), "/a"));
    assertThat(Digest.of(List.of(late), NOTHING, BERLIN, 3, NOW).orElseThrow().of(Part.TODAY))
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TASK")
  void there_are_words_for_all_that_waits(Wait.Kind kind) {
    for (Language language : Language.values()) {
      assertThat(Words.of(language).word("wait." + kind)).isNotEqualTo("wait." + kind);
    }
  }

  private static boolean isTime(ReminderTerms terms, ZoneId zone, Instant now) {
    return Digest.isTime(terms, zone, List.of(), Optional.empty(), now);
  }

  private static ReminderTerms terms(LocalTime at, boolean weekends) {
    return new ReminderTerms(Mode.DAILY, at, Optional.empty(), Language.EN, 3, weekends);
  }

  private static Item item(long id, Optional<Instant> due) {
    return new Item(id, "Task " + id, "Shop to 11", due, false);
  }
}
