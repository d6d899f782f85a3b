package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.evenkeel.e2e.pages.Welcome;
import dev.evenkeel.e2e.pages.Witness;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The estate through the packaged program: documents are applied from a terminal, a table is
 * imported in a real browser after it was looked at, its system stands on its page and on the map,
 * and the change is taken back.
 */
@Tag("C06")
@Tag("C13")
@Timeout(300)
class EstateJourneyIT {
  @RegisterExtension static final Office office = Office.of("estate");

  @Test
  void an_estate_is_applied_a_table_imported_and_taken_back() throws Exception {
    String example = Archive.example("estate/harbour.yaml").toString();
    Called apply = office.evenkeel("apply", "apply", "-f", example);
    Assertions.assertThat(apply.exitCode(2)).as(apply.err()).isZero();
    Assertions.assertThat(apply.out()).contains("0 changed, 0 removed: change 1.");
    Assertions.assertThat(office.evenkeel("diff", "diff", "-f", example).exitCode(2)).isZero();

    Path table = office.scene().file("parcels.csv");
    Files.writeString(
        table, "Gerät;Version;Depends on;Farbe\nparcel-tracker;4.2;shop;blau\n;1;;rot\n");
    try (BrowserContext desk = office.desk()) {
      Witness witness = Witness.of(desk, office.server().url());
      Page page = desk.newPage();
      Welcome.join(page, office.server().welcomeLink());

      // What the headers do not tell, a person says; and nothing changes yet.
      page.navigate(office.server().url() + "/estate");
      link(page, "Import").click();
      page.locator("input[type=file]").setInputFiles(table);
      button(page, "Look at it").click();
      page.getByLabel("What Gerät means").selectOption("name");
      button(page, "Look at it so").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("to be decided"))).isVisible();
      assertThat(page.locator(".figures")).containsText("Would be added1documents");
      assertThat(page.locator("section[aria-labelledby=rejected-title]")).containsText("line 3");
      Assertions.assertThat(
              office.evenkeel("not-yet", "estate", "show", "parcel-tracker").exitCode(2))
          .isEqualTo(6);

      button(page, "Apply").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("applied"))).isVisible();
      link(page, "parcel-tracker").click();
      assertThat(page.locator("h1")).containsText("parcel-tracker");
      page.navigate(office.server().url() + "/estate/map?centre=systems/parcel-tracker");
      assertThat(page.locator("#page")).containsText("parcel-tracker");

      // Back: the system is gone, and the import says so.
      page.navigate(office.server().url() + "/estate/imports/1");
      link(page, "change 2").click();
      page.onDialog(question -> question.accept());
      button(page, "Take it back").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Change 3"))).isVisible();
      Assertions.assertThat(office.evenkeel("gone", "estate", "show", "parcel-tracker").exitCode(2))
          .isEqualTo(6);
      page.navigate(office.server().url() + "/estate/imports/1");
      assertThat(page.getByRole(AriaRole.HEADING, named("taken back"))).isVisible();
      witness.hasNothingToReport();
    }
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
