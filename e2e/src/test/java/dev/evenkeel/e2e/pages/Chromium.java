package dev.evenkeel.e2e.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, without a screen. It talks to nobody but the pages it is sent to.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> QUIET =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-sync",
          "--no-first-run");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Where it is; empty when this machine has none. */
  public static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it, with patience for busy machines; the journey is skipped where there is none. */
  public static Chromium startOrSkip() {
    Optional<Path> program = installed();
    Assumptions.assumeTrue(
        program.isPresent(), "no chromium on the PATH (apt-get install chromium)");
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    return start(program.get());
  }

  public static Chromium start(Path program) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments = new ArrayList<>(QUIET);
    if (System.getProperty("user.name").equals("root")) {
      arguments.add("--no-sandbox");
    }
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(program).setArgs(arguments)));
  }

  /** A reader of the pages, with cookies of their own. */
  public BrowserContext reader(Browser.NewContextOptions options) {
    return browser.newContext(options.setLocale("en-GB").setTimezoneId("Europe/Berlin"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
