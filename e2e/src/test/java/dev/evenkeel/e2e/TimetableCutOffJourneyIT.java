package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.evenkeel.e2e.pages.Welcome;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * The server is killed while it looks for a timetable of the example: what it had kept is there and
 * adds up, the page says that it was cut off, and it is planned again from there.
 */
@Tag("C26")
@Tag("C85")
@Timeout(600)
class TimetableCutOffJourneyIT {
  private static final Duration LONG = Duration.ofMinutes(3);

  @RegisterExtension static final Office office = Office.of("timetable-cut-off");

  @Test
  void a_timetable_whose_server_was_killed_keeps_its_places_and_says_that_it_was_cut_off()
      throws Exception {
    theExample();
    PackagedServer server = office.server();
    try (BrowserContext desk = office.desk()) {
      Page page = desk.newPage();
      Welcome.join(page, server.welcomeLink());
      long id =
          server
              .send("POST", "/api/timetables", "{\"name\": \"The year\", \"seconds\": 3600}")
              .path("id")
              .asLong();
      String path = "/api/timetables/" + id;
      Patiently.await(
          LONG,
          () -> "there is a first timetable",
          () -> server.get(path).path("placements").size() > 0);
      server.kill9();
      server.start();
      Patiently.await(
          LONG,
          () -> "it says that it was cut off",
          () -> server.get(path).at("/timetable/solving").asString().equals("CUT_OFF"));
      addsUp(server.get(path));
      page.navigate(server.url() + "/schedule/timetables/" + id);
      assertThat(page.locator(".notice.bad")).containsText("The server that made it went away");
      againFromIt(server, page);
    }
  }

  private static void addsUp(JsonNode there) {
    Assertions.assertThat(there.at("/timetable/trouble").asString())
        .contains("went away", "plan again from it");
    Assertions.assertThat(there.path("placements").size())
        .isPositive()
        .isEqualTo(there.at("/timetable/planned").asInt());
    Assertions.assertThat(there.at("/score/total").asLong())
        .isEqualTo(there.at("/timetable/total").asLong());
  }

  /** Put in from a terminal, twice: the second time says nothing new. */
  private static void theExample() throws Exception {
    Called estate =
        office.evenkeel("estate", "apply", "-f", Archive.example("estate/harbour.yaml").toString());
    Assertions.assertThat(estate.exitCode(2)).as(estate.err()).isZero();
    String upgrades = Archive.example("upgrades/harbour.yaml").toString();
    Called first = office.evenkeel("upgrades", "upgrade", "apply", "-f", upgrades);
    Assertions.assertThat(first.exitCode(2)).as(first.err()).isZero();
    Assertions.assertThat(first.out()).endsWith("24 added, 0 changed, 0 removed.\n");
    Called second = office.evenkeel("again", "upgrade", "apply", "-f", upgrades);
    Assertions.assertThat(second.exitCode(2)).as(second.err()).isZero();
    Assertions.assertThat(second.out())
        .isEqualTo("Nothing new: the upgrades say the same already.\n");
  }

  private static void againFromIt(PackagedServer server, Page page) throws Exception {
    button(page, "Plan again from it").click();
    Locator stop = button(page, "Stop, keep the best so far");
    assertThat(stop).isVisible();
    String again = page.url().replaceAll(".*/", "/api/timetables/");
    stop.click();
    Patiently.await(
        LONG,
        () -> "the new one ends",
        () -> server.get(again).at("/timetable/solving").asString().equals("STOPPED"));
    Assertions.assertThat(server.get(again).path("placements")).isNotEmpty();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
