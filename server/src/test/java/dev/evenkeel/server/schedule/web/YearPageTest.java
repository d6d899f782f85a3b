package dev.evenkeel.server.schedule.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of the year. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C31")
class YearPageTest {
  @Autowired ListableBeanFactory beans;
  private Browser reader;

  /** No other test has systems of this name. */
  private final String own = "y" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    reader = Browser.signedIn(beans, Role.VIEWER);
    var answer =
        ApiClient.of(beans, Crew.ALL_HANDS)
            .post(
                "/api/estate/apply",
                """
                {apiVersion: evenkeel/v1, kind: Team, name: OWN-web, calendar: OWN-nights, holidays: OWN-days}
                ---
                {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, team: OWN-web, timeZone: Europe/Berlin, demand: {weekdays: [1,1,1,1,1,1,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8], saturday: [9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9]}}
                ---
                {apiVersion: evenkeel/v1, kind: Calendar, name: OWN-nights, title: Nights <i>, timeZone: Europe/Berlin, windows: [{start: '2031-03-04T22:00', end: '05:00', rule: FREQ=WEEKLY}]}
                ---
                {apiVersion: evenkeel/v1, kind: Holidays, name: OWN-days, title: Days off, days: [{day: 2031-03-05, title: Ash Wednesday}]}
                ---
                {apiVersion: evenkeel/v1, kind: Freeze, name: OWN-close, title: Close, scope: {teams: [OWN-web]}, owner: dora, reason: The books are closed., when: {start: '2031-03-05T08:00', lasts: PT2H, timeZone: Europe/Berlin}}
                """
                    .replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void every_day_says_what_it_has_and_opens_its_list_without_scripts() {
    Page page = reader.open("/schedule/year?from=2031-02&team=OWN-web".replace("OWN", own));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("a.day")).hasSize(365);
    var day = page.one("a.day[aria-label^='Wednesday, 5 March 2031']");
    assertThat(day.classNames()).contains("frozen", "holiday").doesNotContain("all");
    assertThat(day.attr("aria-label"))
        .contains("Frozen: Close (team " + own + "-web)", "Holiday: Ash Wednesday (Days off)");
    Page opened = reader.open(day.attr("href").replaceFirst("#.*", ""));
    assertThat(opened.one("#day").text())
        .contains("Wednesday, 5 March 2031")
        .contains("The books are closed.", "08:00 to 10:00", "1 of 1", "dora")
        .contains("Nights <i> 00:00 to 05:00")
        .contains("Nobody, by the rosters.");
  }

  @Test
  void what_does_not_exist_is_said_with_the_way_out() {
    assertThat(reader.open("/schedule/year?team=" + own + "-none").status()).isEqualTo(404);
    assertThat(reader.open("/schedule/year?system=" + own + "-none").text())
        .contains("Choose another, or leave it empty for all");
    assertThat(reader.open("/schedule/year?zone=Berlin").text()).contains("Europe/Berlin");
    assertThat(reader.open("/schedule/year?day=2027-02-30").text()).contains("is no day");
    assertThat(reader.open("/schedule/year?from=1850-01").text()).contains("2000 to 2100");
  }
}
