package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.evenkeel.e2e.pages.Chromium;
import dev.evenkeel.e2e.pages.Welcome;
import dev.evenkeel.e2e.pages.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The estate through the packaged program: documents are applied from a terminal, a table is
 * imported in a real browser after it was looked at, its system stands on its page and on the map,
 * and the change is taken back.
 */
@Tag("C06")
@Tag("C13")
@Timeout(300)
class EstateJourneyIT {
  private static final Scene scene = Scene.of("estate");
  private static PackagedServer server;
  private static Chromium chromium;

  @BeforeAll
  static void begins() throws Exception {
    chromium = Chromium.startOrSkip();
    server = new PackagedServer(scene).onFixedPort().start();
  }

  @AfterAll
  static void ends() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void an_estate_is_applied_a_table_imported_and_taken_back() throws Exception {
    String example = Archive.example("estate/harbour.yaml").toString();
    Called apply = evenkeel("apply", "apply", "-f", example);
    Assertions.assertThat(apply.exitCode(2)).as(apply.err()).isZero();
    Assertions.assertThat(apply.out()).contains("0 changed, 0 removed: change 1.");
    Assertions.assertThat(evenkeel("diff", "diff", "-f", example).exitCode(2)).isZero();

    Path table = scene.file("parcels.csv");
    Files.writeString(
        table, "Gerät;Version;Depends on;Farbe\nparcel-tracker;4.2;shop;blau\n;1;;rot\n");
    try (BrowserContext desk =
        chromium.reader(new NewContextOptions().setViewportSize(1440, 900))) {
      Witness witness = Witness.of(desk, server.url());
      Page page = desk.newPage();
      Welcome.join(page, server.welcomeLink());

      // What the headers do not tell, a person says; and nothing changes yet.
      page.navigate(server.url() + "/estate");
      link(page, "Import").click();
      page.locator("input[type=file]").setInputFiles(table);
      button(page, "Look at it").click();
      page.getByLabel("What Gerät means").selectOption("name");
      button(page, "Look at it so").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("to be decided"))).isVisible();
      assertThat(page.locator(".figures")).containsText("Would be added1documents");
      assertThat(page.locator("section[aria-labelledby=rejected-title]")).containsText("line 3");
      Assertions.assertThat(evenkeel("not-yet", "estate", "show", "parcel-tracker").exitCode(2))
          .isEqualTo(6);

      button(page, "Apply").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("applied"))).isVisible();
      link(page, "parcel-tracker").click();
      assertThat(page.locator("h1")).containsText("parcel-tracker");
      page.navigate(server.url() + "/estate/map?centre=systems/parcel-tracker");
      assertThat(page.locator("#page")).containsText("parcel-tracker");

      // Back: the system is gone, and the import says so.
      page.navigate(server.url() + "/estate/imports/1");
      link(page, "change 2").click();
      page.onDialog(question -> question.accept());
      button(page, "Take it back").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Change 3"))).isVisible();
      Assertions.assertThat(evenkeel("gone", "estate", "show", "parcel-tracker").exitCode(2))
          .isEqualTo(6);
      page.navigate(server.url() + "/estate/imports/1");
      assertThat(page.getByRole(AriaRole.HEADING, named("taken back"))).isVisible();
      witness.hasNothingToReport();
    }
  }

  private static Called evenkeel(String name, String... arguments) throws IOException {
    return Called.start(scene, name, server.environment(), arguments);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
