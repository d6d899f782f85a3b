package dev.evenkeel.server.schedule.web.year;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.schedule.web.year.YearSheet.DayCell;
import dev.evenkeel.server.schedule.web.year.YearSheet.Freezing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A year at a glance: how busy its days are, what is frozen, who is on call. */
@Tag("C31")
class YearSheetTest {
  private static final String ESTATE =
      """
      {apiVersion: evenkeel/v1, kind: System, name: shop, criticality: red, team: web, timeZone: Europe/Berlin,
       demand: {weekdays: [4,2,2,2,2,4,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8], saturday: [9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9]}}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: wiki, criticality: green, team: web}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: erp, criticality: yellow, team: back}
      ---
      {apiVersion: evenkeel/v1, kind: Freeze, name: some, title: Sale, scope: {systems: [shop]}, owner: ann, reason: Orders., when: {start: '2027-02-10T12:00', lasts: PT1H, timeZone: Europe/Berlin}}
      ---
      {apiVersion: evenkeel/v1, kind: Freeze, name: all, scope: {criticalities: [red, yellow, green]}, owner: ann, reason: Nobody is there., when: {start: '2027-02-11T00:00', lasts: PT24H, timeZone: Europe/Berlin}}
      ---
      {apiVersion: evenkeel/v1, kind: Person, name: ann, title: Ann Ames, absences: [{from: 2027-03-06, to: 2027-03-06}]}
      ---
      {apiVersion: evenkeel/v1, kind: Roster, name: r, team: web, timeZone: Europe/Berlin, shifts: [{start: '2027-03-06T08:00', lasts: PT48H, people: [ann], onCall: true}]}
      """;

  private static final Estate estate =
      Estate.of(EstateReader.read("estate.yaml", ESTATE).documents());

  private static Sight sight(Sight.Wanted wanted) {
    return Sight.of(estate, EstateMap.of(estate), wanted, YearMonth.of(2027, 2), Optional.empty());
  }

  private static DayCell day(Sight sight, String day) {
    return YearSheet.of(sight, List.of(), Map.of(), LocalDate.of(2027, 2, 3)).months().stream()
        .flatMap(month -> month.days().stream())
        .filter(cell -> cell.day().equals(LocalDate.parse(day)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_day_is_as_busy_as_its_quietest_four_hours_and_systems_that_say_nothing_are_left_out() {
    Sight all = sight(Sight.Wanted.ALL);
    assertThat(all.bustle().profiles()).isEqualTo(1);
    assertThat(all.zone().getId()).isEqualTo("Europe/Berlin");
    assertThat(day(all, "2027-02-03").says())
        .contains("Quietest 01:00 to 05:00: 27 % of an average hour");
    assertThat(day(all, "2027-02-03").level()).isEqualTo(1);
    assertThat(day(all, "2027-02-06").says().get(1)).endsWith(": 123 % of an average hour");
    assertThat(day(all, "2027-02-06").level()).isEqualTo(YearSheet.LEVELS);
  }

  @Test
  void a_day_on_which_clocks_change_has_its_own_length() {
    Sight all = sight(Sight.Wanted.ALL);
    assertThat(all.day(LocalDate.of(2027, 3, 28)).length()).hasHours(23);
    assertThat(day(all, "2027-10-31").level()).isEqualTo(YearSheet.LEVELS);
    assertThat(all.quiet()).hasSize(365);
  }

  @Test
  void a_freeze_covers_a_part_of_what_is_looked_at_or_all_of_it() {
    Sight all = sight(Sight.Wanted.ALL);
    assertThat(day(all, "2027-02-10").frozen()).isEqualTo(Freezing.PART);
    assertThat(day(all, "2027-02-10").text()).contains("Frozen: Sale (shop)");
    assertThat(day(all, "2027-02-11").frozen()).isEqualTo(Freezing.ALL);
    assertThat(day(all, "2027-02-12").frozen()).isEqualTo(Freezing.NONE);
    Sight shop = sight(new Sight.Wanted(Optional.empty(), Optional.of("shop")));
    assertThat(day(shop, "2027-02-10").frozen()).as("an hour of it").isEqualTo(Freezing.PART);
    assertThat(shop.freezes().getLast().isAll()).isTrue();
    Sight back = sight(new Sight.Wanted(Optional.of("back"), Optional.empty()));
    assertThat(day(back, "2027-02-10").text()).doesNotContain("Sale");
  }

  @Test
  void who_is_away_is_not_on_call() {
    Sight all = sight(Sight.Wanted.ALL);
    assertThat(day(all, "2027-03-06").text()).doesNotContain("Ann");
    assertThat(day(all, "2027-03-07").text()).endsWith("On call: Ann Ames (web)");
    assertThat(
            day(sight(new Sight.Wanted(Optional.of("back"), Optional.empty())), "2027-03-07")
                .text())
        .doesNotContain("On call");
  }

  @Test
  void upgrades_stand_on_their_day_with_their_time_if_they_have_one() {
    Mark named =
        new Mark(
            "/upgrades/1",
            "Shop to 11",
            LocalDate.of(2027, 5, 4),
            List.of("shop"),
            Optional.empty(),
            Optional.empty());
    YearSheet sheet =
        YearSheet.of(sight(Sight.Wanted.ALL), List.of(named), Map.of(), LocalDate.of(2027, 2, 3));
    DayCell cell = sheet.months().get(3).days().get(3);
    assertThat(cell.upgrades()).isEqualTo(1);
    assertThat(cell.text()).contains("Upgrade (only a day named): Shop to 11");
    assertThat(sheet.months()).hasSize(12);
    assertThat(sheet.months().getLast().full()).isEqualTo("January 2028");
  }
}
