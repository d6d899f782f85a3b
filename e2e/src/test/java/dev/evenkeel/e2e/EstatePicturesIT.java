package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.evenkeel.e2e.pages.Camera;
import dev.evenkeel.e2e.pages.Chromium;
import dev.evenkeel.e2e.pages.Gantt;
import dev.evenkeel.e2e.pages.Welcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the pictures of docs/estate.md, docs/risk.md and docs/timetables.md anew, with {@code
 * -Dpictures=true}: of the example's estate and its upgrades.
 */
class EstatePicturesIT {
  private static final Path FOLDER = Path.of("../docs/pictures");
  private static final Path VENDORS =
      Path.of("../estate/src/test/resources/dev/evenkeel/estate/lifecycle/products.json");

  private final Camera camera = new Camera(FOLDER);

  @Test
  @Timeout(600)
  @EnabledIfSystemProperty(named = "pictures", matches = "true")
  void takes_the_pictures_of_the_estate() throws Exception {
    Scene scene = Scene.of("estate-pictures");
    try (Chromium chromium = Chromium.startOrSkip();
        PackagedServer server = new PackagedServer(scene).onFixedPort().start();
        BrowserContext reader =
            chromium.reader(
                new NewContextOptions()
                    .setViewportSize(1280, 880)
                    .setColorScheme(ColorScheme.LIGHT))) {
      Page page = reader.newPage();
      Welcome.join(page, server.welcomeLink());
      String example = Archive.example("estate/harbour.yaml").toString();
      Called apply = Called.start(scene, "apply", server.environment(), "apply", "-f", example);
      Assertions.assertThat(apply.exitCode(2)).as(apply.err()).isZero();
      page.navigate(server.url() + "/estate/lifecycle");
      page.locator("input[type=file]").setInputFiles(VENDORS);
      button(page, "Load").click();
      assertThat(page.getByText("products.json").first()).isVisible();
      estate(page, server);
      upgrade(page, server);
      schedule(page, server);
    }
  }

  private void estate(Page page, PackagedServer server) throws IOException {
    page.navigate(server.url() + "/estate/map?centre=systems/shop-db&hops=3");
    drawn(page, () -> (Boolean) page.evaluate("evenkeelMap.nodes().length > 10"));
    page.evaluate("evenkeelMap.getElementById('systems/shop-db').emit('tap')");
    button(page, "Who is hit").click();
    assertThat(page.locator("#map-answer")).containsText("people at least");
    camera.take(page, "map");
    page.navigate(server.url() + "/backlog");
    assertThat(page.locator("table tbody tr").first()).isVisible();
    page.locator("tbody tr")
        .filter(new Locator.FilterOptions().setHasText("ERP database"))
        .locator("details.why summary")
        .last()
        .click();
    camera.take(page, "backlog");
  }

  private void upgrade(Page page, PackagedServer server) throws IOException {
    page.navigate(server.url() + "/upgrades/new?systems=shop-db");
    page.locator("[name=systems]").fill("shop-db");
    page.locator("[name=to]").fill("17.7");
    page.locator("[name=title]").fill("The shop's database to 17");
    page.locator("[name=owner]").fill("finn");
    page.locator("[name=goLive]").fill(LocalDate.now(ZoneOffset.UTC).plusDays(91).toString());
    page.locator("[name=downtimeMinutes]").fill("45");
    page.locator("[name=why]").fill("The vendor's support ended in November 2025.");
    button(page, "Save").click();
    assertThat(page.locator("h1")).containsText("The shop's database to 17");
    camera.take(page, "upgrade");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Who is hit"))
        .first()
        .click();
    assertThat(page.locator("dl.figures")).isVisible();
    camera.take(page, "impact");
  }

  private void schedule(Page page, PackagedServer server) throws Exception {
    HarbourUpgrades upgrades = HarbourUpgrades.on(server, Set.of("wiki", "lms"));
    long timetable = upgrades.timetable("Harbour 2027");
    Gantt gantt =
        Gantt.open(page, server.url() + "/schedule/timetables/%d/chart".formatted(timetable));
    long held = upgrades.id("identity");
    gantt.chosen(held);
    gantt.hold(held, upgrades.start(timetable, held).plus(Duration.ofDays(7)));
    assertThat(gantt.tip().locator(".worth")).containsText(Pattern.compile("Costs|Saves"));
    both(page, "gantt");
    page.keyboard().press("Escape");
    gantt.drop();
    server.send(
        "POST",
        "/api/timetables/%d/agree".formatted(timetable),
        "{\"despite\": \"the year is planned before its money\"}");
    page.navigate(server.url() + "/schedule/year");
    assertThat(page.locator("a.day").first()).isVisible();
    page.mouse().move(0, 0);
    both(page, "year");
  }

  private void both(Page page, String name) throws IOException {
    camera.take(page, name);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    camera.take(page, name + "-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private static void drawn(Page page, BooleanSupplier there) {
    page.waitForCondition(there);
    page.waitForTimeout(500);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
