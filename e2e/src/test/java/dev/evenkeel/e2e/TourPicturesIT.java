package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.evenkeel.e2e.pages.Camera;
import dev.evenkeel.e2e.pages.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of docs/tour.md anew, with {@code -Dpictures=true}: of a real demo. */
class TourPicturesIT {
  private static final Path FOLDER = Path.of("../docs/pictures");
  private static final Pattern DOOR = Pattern.compile("Watch it at (\\S+)");
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Camera camera = new Camera(FOLDER);

  @Test
  @Timeout(1_200)
  @EnabledIfSystemProperty(named = "pictures", matches = "true")
  void takes_the_pictures_of_the_tour() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(LONG.toMillis());
    Called demo =
        Called.start(Scene.of("pictures"), "demo", Map.of(), "demo", "--headless", "--keep");
    try (Chromium chromium = Chromium.start(Chromium.installed().orElseThrow());
        BrowserContext reader =
            chromium.reader(
                new NewContextOptions()
                    .setViewportSize(1280, 880)
                    .setColorScheme(ColorScheme.LIGHT))) {
      Page page = reader.newPage();
      page.navigate(door(demo, 1));
      goodUpgrade(page, reader.newPage());
      page.navigate(door(demo, 2));
      badUpgrade(page);
      otherPages(page);
    } finally {
      demo.leave();
    }
  }

  private void goodUpgrade(Page page, Page phone) throws IOException {
    assertThat(page.locator("#head .where")).containsText("Wave 2 of 4");
    assertThat(page.locator("#head .soak")).isVisible();
    assertThat(page.locator("#head .verdict")).hasText("Healthy");
    camera.take(page, "run");
    dark(page, true);
    camera.take(page, "run-dark");
    phone.setViewportSize(390, 844);
    dark(phone, true);
    phone.navigate(page.url());
    assertThat(phone.locator("#live")).hasText("live");
    camera.take(phone, "phone");
    phone.close();
    page.bringToFront();
    dark(page, false);
    button(page, "Way back…").click();
    camera.take(page, "way-back");
    page.keyboard().press("Escape");
    assertThat(page.locator("#head .status")).hasText("Succeeded");
    assertThat(page.locator("#ending tbody tr")).hasCount(1);
    assertThat(page.locator("#log")).containsText("Run succeeded");
    camera.take(page, "succeeded");
  }

  private void badUpgrade(Page page) throws IOException {
    assertThat(page.locator("#head .status")).hasText("Going back");
    assertThat(page.locator("#now")).isVisible();
    camera.take(page, "going-back");
    assertThat(page.locator("#head .status")).hasText("Gone back");
    assertThat(page.locator("#ending tbody tr")).hasCount(1);
    assertThat(page.locator("#log")).containsText("Run is back");
    camera.take(page, "gone-back");
  }

  private void otherPages(Page page) throws IOException {
    String run = page.url();
    page.navigate(run + "/log");
    camera.take(page, "log");
    page.navigate(run.replaceFirst("/runs/", "/runs/new?from="));
    Locator text = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Runbook"));
    text.fill(text.inputValue().replace("\n    - id: drain\n", "\n    - idd: drain\n"));
    page.locator(".findings .bad button").click();
    page.evaluate("scrollTo(0, 0)");
    camera.take(page, "new-run");
  }

  private static void dark(Page page, boolean dark) {
    page.emulateMedia(
        new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
  }

  /** The one-time address of the page of a run, once it has begun. */
  private static String door(Called demo, int run) throws Exception {
    Patiently.await(
        LONG,
        () -> "run %d begins; so far:\n%s".formatted(run, said(demo)),
        () -> doors(demo).size() >= run);
    return doors(demo).get(run - 1);
  }

  private static List<String> doors(Called demo) {
    return DOOR.matcher(said(demo))
        .results()
        .map(MatchResult::group)
        .map(s -> s.substring(s.lastIndexOf(' ') + 1))
        .toList();
  }

  private static String said(Called demo) {
    try {
      return demo.out();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
