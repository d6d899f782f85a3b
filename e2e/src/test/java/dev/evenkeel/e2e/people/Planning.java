package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;

/** Timetables: they are made by the program and agreed on by a person. */
public record Planning(Colleague by) {

  public void makesAndAgreesOn(String name, Assignment upgrade) {
    by.go("/schedule/timetables").fill("name", name).fill("seconds", "1").press("Make it");
    by.page().waitForURL(Pattern.compile(".*/schedule/timetables/\\d+"));
    Locator place =
        by.page()
            .locator("table.placements tbody tr")
            .filter(new Locator.FilterOptions().setHasText(upgrade.title()));
    assertThat(place).hasCount(1);
    Locator agree = by.button("Agree on it");
    com.microsoft.playwright.Page page = by.page();
    page.waitForCondition(() -> {
      if (agree.count() == 0) {
        page.reload();
      }
      return agree.count() == 1;
    });
    agree.click();
    assertThat(page.locator("h1 .badge")).hasText("the plan");
  }
}
