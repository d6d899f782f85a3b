package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.evenkeel.e2e.pages.Welcome;
import dev.evenkeel.e2e.pages.Witness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A large table in a real browser, through the packaged program: looked at, applied, taken back.
 */
@Tag("C06")
@Timeout(600)
class LargeImportJourneyIT {
  private static final int ROWS = 60_000;

  /** A machine with much else to do takes long; it is not what is tested here. */
  private static final double LONG_MS = 240_000;

  @RegisterExtension static final Office office = Office.of("large-import");

  @Test
  void a_large_table_is_looked_at_applied_and_taken_back() throws Exception {
    Path table = office.scene().file("fleet.csv");
    Files.writeString(table, table());
    try (BrowserContext desk = office.desk()) {
      Witness witness = Witness.of(desk, office.server().url());
      Page page = desk.newPage();
      Welcome.join(page, office.server().welcomeLink());
      page.navigate(office.server().url() + "/estate/import");
      page.locator("input[type=file]").setInputFiles(table);

      // Its progress and a stop may come too late to be caught here; LongWorkTest holds the work
      // still.
      button(page, "Look at it").click();
      Locator so = button(page, "Look at it so");
      assertThat(so).isVisible(new IsVisibleOptions().setTimeout(LONG_MS));
      Assertions.assertThat(page.url()).endsWith("/columns");
      String one = page.url().replace("/columns", "");
      so.click();
      heading(page, "to be decided");
      assertThat(page.locator(".figures")).containsText("60,000");

      button(page, "Apply").click();
      heading(page, "applied");
      page.locator(".notice.good a").click();
      page.onDialog(question -> question.accept());
      button(page, "Take it back").click();
      heading(page, "Change 2");
      page.navigate(one);
      heading(page, "taken back");
      witness.hasNothingToReport();
    }
  }

  private static void heading(Page page, String words) {
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words)).first())
        .isVisible(new IsVisibleOptions().setTimeout(LONG_MS));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static String table() {
    return IntStream.rangeClosed(1, ROWS)
        .mapToObj(n ->
            "unit-%05d;4.%d;team-%d;rack %d;unit-%05d"
                .formatted(n, n % 90, n % 40, n % 700, Math.max(1, n / 2)))
        .collect(Collectors.joining("\n", "name;version;team;location;depends on\n", "\n"));
  }
}
