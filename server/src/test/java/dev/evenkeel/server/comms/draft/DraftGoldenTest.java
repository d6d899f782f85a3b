package dev.evenkeel.server.comms.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent, word for word, in both languages (C51, C53, C54, C55, C56). */
@Tag("C50")
class DraftGoldenTest {
  private static final Instant START = Instant.parse("2026-12-03T21:00:00Z");

  private static final Facts PLANNED =
      Facts.none()
          .words(Known.TITLE, "The shop to 11")
          .words(Known.SYSTEMS, "The shop")
          .words(Known.FROM, "10.1")
          .words(Known.TO, "11.0")
          .words(Known.WHY, "Support for 10 ends in January.")
          .day(Known.DAY, LocalDate.parse("2026-12-03"))
          .words(Known.OWNER, "Ann Archer")
          .words(Known.PAGE, "https://evenkeel.example/upgrades/12");

  private static final Facts ALL =
      PLANNED
          .at(Known.START, START)
          .at(Known.END, START.plus(Duration.ofHours(4)))
          .length(Known.DOWNTIME, Duration.ofMinutes(90))
          .words(Known.WAY_BACK, "Point the balancer to the old pool.")
          .length(Known.BACK, Duration.ofMinutes(25))
          .words(Known.COMMUNICATOR, "Cleo Marsh")
          .words(Known.SPEAKER, "Sam Porter")
          .words(Known.CONTACT, "helpdesk@shop.example")
          .words(Known.FEEDBACK, "https://shop.example/feedback")
          .words(Known.CHANGES, "The basket is at the top right.")
          .words(Known.KNOWN_ISSUES, "Old invoices open slowly.")
          .words(Known.STATUS_PAGE, "https://evenkeel.example/status")
          .term(Known.STATE, "RUNNING")
          .words(Known.NO_ISSUES, "yes")
          .words(Known.WAVE, "2")
          .words(Known.WAVES, "4")
          .term(Known.VERDICT, "HEALTHY")
          .at(Known.VERDICT_AT, START.plus(Duration.ofMinutes(58)))
          .at(Known.BEGAN, START.plus(Duration.ofMinutes(2)))
          .at(Known.SINCE, START.plus(Duration.ofMinutes(70)))
          .at(Known.ENDED, START.plus(Duration.ofMinutes(130)))
          .length(Known.TOOK, Duration.ofMinutes(128))
          .words(Known.REASON, "Errors are at 2.1 %, 0.4 % is usual.")
          .at(Known.LAST_BEAT, START.plus(Duration.ofMinutes(30)))
          .at(Known.NEXT_UPDATE, START.plus(Duration.ofMinutes(90)));

  private static String all(Language language) {
    StringBuilder text = new StringBuilder();
    for (Occasion occasion : Occasion.values()) {
      for (AudienceClass detail : AudienceClass.values()) {
        for (Facts facts : new Facts[] {ALL, PLANNED}) {
          var audience = new Audience(detail, language, ZoneId.of("Europe/Berlin"));
          Draft draft = Wording.of(Words.shipped(occasion, language)).write(facts, audience);
          text.append(
              "=== %s, %s, %s\n%s\n\n%s\n"
                  .formatted(
                      occasion.word(),
                      detail.word(),
                      facts.equals(ALL) ? "all is known" : "little is known",
                      draft.subject(),
                      draft.text()));
        }
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource
  void every_message_reads_as_it_was_agreed_on(Language language) throws IOException {
    String name = "drafts-%s.txt".formatted(language.word());
    String written = all(language);
    Files.writeString(Path.of("target", name), written);
    try (var file = getClass().getResourceAsStream("/golden/" + name)) {
      assertThat(written)
          .as("If it is meant, copy server/target/%s to src/test/resources/golden.", name)
          .isEqualTo(file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource
  void users_read_no_name_of_a_person_and_no_reason(Language language) {
    for (Occasion occasion : Occasion.values()) {
      if (occasion == Occasion.CRISIS || occasion == Occasion.ROLLBACK_MAY_BE_NEEDED) {
        continue; // one says who speaks, the other goes to no user
      }
      var users = new Audience(AudienceClass.USERS, language, ZoneId.of("UTC"));
      assertThat(Wording.of(Words.shipped(occasion, language)).write(ALL, users).text())
          .as("%s", occasion)
          .doesNotContain("Ann Archer", "Cleo Marsh", "Sam Porter", "2.1 %", "/upgrades/12");
    }
  }

  @Test
  void users_are_told_that_it_waits_and_not_why() {
    var users = new Audience(AudienceClass.USERS, Language.EN, ZoneId.of("UTC"));
    Facts waits = PLANNED.term(Known.STATE, "PAUSED").words(Known.REASON, "Errors are at 2 %");
    Wording beat = Wording.of(Words.shipped(Occasion.HEARTBEAT, Language.EN));
    assertThat(beat.write(waits, users).text()).isEqualTo("It is paused\n");
  }

  @Test
  void no_issues_is_only_said_when_it_is_known() {
    var users = new Audience(AudienceClass.USERS, Language.EN, ZoneId.of("UTC"));
    Wording beat = Wording.of(Words.shipped(Occasion.HEARTBEAT, Language.EN));
    assertThat(beat.write(ALL, users).text()).contains("Still in progress, no issues.");
    assertThat(beat.write(PLANNED, users).text())
        .isEqualTo("How it stands is not known at the moment.\n");
    assertThat(beat.write(PLANNED.term(Known.STATE, "PAUSED"), users).text())
        .doesNotContain("no issues")
        .contains("It is paused");
  }

  @ParameterizedTest
  @EnumSource(
      value = Occasion.class,
      names = {"ROLLBACK_MAY_BE_NEEDED", "ROLLBACK_BEGUN"})
  void what_is_back_already_is_not_said_to_go_back(Occasion occasion) {
    Facts back =
        PLANNED
            .term(Known.STATE, "ROLLED_BACK")
            .words(Known.IS_BACK, "yes")
            .length(Known.BACK, Duration.ofMinutes(25))
            .at(Known.ENDED, START);
    var support = new Audience(AudienceClass.SUPPORT, Language.EN, ZoneId.of("UTC"));
    Draft draft = Wording.of(Words.shipped(occasion, Language.EN)).write(back, support);
    assertThat(draft.subject()).doesNotContain("may be needed", "going back");
    assertThat(draft.text())
        .containsIgnoringCase("all is as it was before")
        .contains("since Thursday 3 December 2026, 21:00")
        .doesNotContain("may have to", "is being taken", "In the rehearsal");
  }

  @Test
  void times_are_those_of_the_reader() {
    var there = new Audience(AudienceClass.USERS, Language.EN, ZoneId.of("America/New_York"));
    assertThat(Wording.of("Subject: {{title}}\n{{start}}").write(ALL, there).text())
        .isEqualTo("Thursday 3 December 2026, 16:00 (America/New_York)\n");
  }

  @Test
  void a_wording_is_refused_with_what_is_wrong_with_it() {
    assertThatThrownBy(() -> Wording.of("Hello\nthere")).hasMessageContaining("first line");
    assertThatThrownBy(() -> Wording.of("Subject: x\n{{tilte}}"))
        .hasMessageContaining("no fact 'tilte'. Did you mean 'title'?");
    assertThatThrownBy(() -> Wording.of("Subject: x\n{{#title}}"))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> Wording.of("Subject: x\n{{>etc}}")).hasMessageContaining("not taken");
    assertThatThrownBy(() -> Wording.of("Subject: x\n{{title.class}}"))
        .hasMessageContaining("no fact");
  }

  @Test
  void a_fact_cannot_break_out_of_the_subject_or_be_a_wording_itself() {
    var users = new Audience(AudienceClass.USERS, Language.EN, ZoneId.of("UTC"));
    Draft draft =
        Wording.of("Subject: {{title}}\n{{title}}")
            .write(Facts.none().words(Known.TITLE, "a\r\nBcc: all {{owner}} <b>"), users);
    assertThat(draft.subject()).isEqualTo("a Bcc: all {{owner}} <b>");
    assertThat(Arrays.asList(draft.text().split("\n")).getLast()).contains("{{owner}}");
  }
}
