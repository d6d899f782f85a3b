package dev.evenkeel.server.schedule.timetable.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import dev.evenkeel.server.schedule.timetable.terms.TermsReader;
import dev.evenkeel.server.schedule.timetable.terms.Wrong;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan in the fields of a form, and as text. */
class PlanSheetTest {
  private static final String WHOLE =
      """
      earliest: 2027-01-15
      deadline: 2027-06-30
      budget: upgrades
      auditDays: 4
      preparationDays: 8
      testingDays: 6
      hostingPerDay: 220
      leftOut: 50000
      ways:
        - strategy: big-bang
          work: 90m
          buffer: 1h
          wayBack: 30s
          away: [{after: 0m, lasts: 2h, percent: 50}, {after: 2h, lasts: 5m}]
          people: [{team: platform, people: 2}, {team: web}]
          costs: [{kind: licences, amount: 4000, phase: 2, what: 'No: 5'}]
        - strategy: parallel
          sideBySide: 14
      after:
        - {upgrade: 17, lag: 1d, why: the shop needs it}
      rollout:
        - {name: '1', share: 5, who: [web, ann], soak: 4h}
        - {name: all, share: 100}
      """;

  private static ScheduleTerms terms(String text) {
    TermsReader.Reading reading = TermsReader.read(text);
    assertThat(reading.wrong()).isEmpty();
    return reading.terms().orElseThrow();
  }

  private static PlanSheet sheet(String text) {
    return PlanSheet.of(TermsReader.read(text).written().orElseThrow());
  }

  @Test
  void what_a_text_says_is_what_the_form_of_it_says_and_the_text_of_that_form() {
    PlanSheet sheet = sheet(WHOLE);
    assertThat(sheet.text("ways[0].people[1].team")).isEqualTo("web");
    assertThat(sheet.text("rollout[0].who")).isEqualTo("web, ann");
    assertThat(sheet.read().terms()).contains(terms(WHOLE));
    assertThat(terms(PlanText.of(sheet.read().written()))).isEqualTo(terms(WHOLE));
    assertThat(sheet(PlanText.of(sheet.read().written()))).isEqualTo(sheet);
  }

  @Test
  void an_empty_form_says_nothing() {
    PlanSheet empty = PlanSheet.typed(Map.of("earliest", " ", "version", "3", "after[0].why", ""));
    assertThat(empty.read().terms()).contains(ScheduleTerms.NONE);
    assertThat(PlanText.of(empty.read().written())).isEmpty();
  }

  @Test
  void a_length_is_a_number_and_its_unit_or_typed_as_a_whole() {
    assertThat(work("90", "m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(work("1.5", "h")).isEqualTo(Duration.ofMinutes(90));
    assertThat(work("1h30m", "m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(work("2d", "m")).isEqualTo(Duration.ofDays(2));
  }

  private static Duration work(String number, String unit) {
    PlanSheet sheet =
        PlanSheet.typed(
            Map.of(
                "ways[0].strategy", "phased", "ways[0].work", number, "ways[0].work.unit", unit));
    return sheet.read().terms().orElseThrow().ways().getFirst().work().orElseThrow();
  }

  @Test
  void rows_nobody_typed_into_are_left_out_and_amounts_may_be_grouped() {
    ScheduleTerms said =
        PlanSheet.typed(
                Map.of(
                    "ways[2].strategy", "hybrid",
                    "ways[2].costs[1].kind", "labour",
                    "ways[2].costs[1].amount", "12,500",
                    "ways[2].costs[4].amount", "",
                    "ways[2].away[0].lasts.unit", "m"))
            .read()
            .terms()
            .orElseThrow();
    assertThat(said.ways()).hasSize(1);
    assertThat(said.ways().getFirst().strategy()).isEqualTo(Strategy.HYBRID);
    assertThat(said.ways().getFirst().costs().getFirst().amount()).isEqualTo(12_500);
    assertThat(said.ways().getFirst().away()).isEmpty();
  }

  @Test
  void what_is_wrong_is_told_with_its_field_and_the_rest_can_be_read() {
    PlanSheet typed =
        PlanSheet.typed(
            Map.of(
                "earliest", "soon",
                "testingDays", "999",
                "auditDays", "3",
                "ways[0].strategy", "phased",
                "ways[0].costs[0].kind", "labour",
                "ways[0].buffer", "an hour"));
    assertThat(typed.read().terms()).isEmpty();
    assertThat(typed.read().wrong())
        .extracting(Wrong::path)
        .containsExactlyInAnyOrder("earliest", "testingDays", "ways[0].buffer", "ways[0].costs[0]");
    assertThat(typed.text("ways[0].buffer")).isEqualTo("an hour");
    ScheduleTerms readable = typed.readable();
    assertThat(readable.auditDays()).contains(3);
    assertThat(readable.earliest()).isEmpty();
    assertThat(readable.ways()).hasSize(1);
  }

  @Test
  void without_a_row_the_others_move_up() {
    PlanSheet left = sheet(WHOLE).without(java.util.List.of("ways[0]"));
    assertThat(left.rows("ways")).isEqualTo(1);
    assertThat(left.text("ways[0].strategy")).isEqualTo("parallel");
  }

  @Test
  void an_upgrade_is_chosen_by_its_title_or_its_number_and_told_when_there_is_none() {
    UpgradeChoice choice =
        new UpgradeChoice(Map.of(17L, "Shop database to 16.4", 3L, "Core switch to 17.9.5"));
    assertThat(choice.all())
        .containsExactly("Core switch to 17.9.5 #3", "Shop database to 16.4 #17");
    for (String typed : new String[] {"Core switch to 17.9.5 #3", "3", "core switch to 17.9.5"}) {
      PlanSheet sheet = PlanSheet.typed(Map.of("after[0].upgrade", typed));
      assertThat(choice.numbers(sheet).read().terms().orElseThrow().after().getFirst().upgrade())
          .isEqualTo(3);
    }
    assertThat(choice.shown(sheet("after: [{upgrade: 17}]")).text("after[0].upgrade"))
        .isEqualTo("Shop database to 16.4 #17");
    assertThat(choice.unknown("Core switch to 17.9.6"))
        .isEqualTo(
            "There is no upgrade 'Core switch to 17.9.6'. Did you mean 'Core switch to 17.9.5 #3'?");
  }
}
