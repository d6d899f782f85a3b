package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import dev.evenkeel.e2e.lab.Lab;
import dev.evenkeel.e2e.pages.Chromium;
import dev.evenkeel.e2e.pages.Welcome;
import dev.evenkeel.e2e.pages.Witness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The pages of the packaged server in a real browser, as an engineer uses them at night: a runbook
 * is pasted, put right, started with a waiver and watched without ever reloading; the way back is
 * taken by a button and the log is read and kept.
 */
@Tag("C37")
@Tag("C90")
@Tag("C98")
@Timeout(300)
class RunPageJourneyIT {
  private static final Pattern A_RUN = Pattern.compile(".*/runs/[a-z0-9]{8}");
  private static final String RUNBOOK = runbook();
  private static final int PHONE = 390;

  private static final Scene scene = Scene.of("run-page");
  private static PackagedServer server;
  private static Chromium chromium;
  private static String signedIn;

  private final BrowserContext desk = reader(1440, 900, true);
  private final Witness witness = Witness.of(desk, server.url());
  private final Page page = desk.newPage();
  private final List<Lab> labs = new ArrayList<>();

  @BeforeAll
  static void joins_with_the_link_that_the_server_printed() throws Exception {
    chromium = Chromium.startOrSkip();
    server = new PackagedServer(scene).onFixedPort().start();
    try (BrowserContext reader = reader(1440, 900, false)) {
      Witness witness = Witness.of(reader, server.url());
      Page welcome = reader.newPage();
      Welcome.join(welcome, server.welcomeLink());
      assertThat(welcome.getByRole(AriaRole.HEADING, named("Nothing waits for you"))).isVisible();
      welcome.navigate(server.url() + "/runs");
      assertThat(welcome.getByRole(AriaRole.HEADING, named("No run yet"))).isVisible();
      signedIn = reader.storageState();
      witness.hasNothingToReport();
    }
  }

  @AfterEach
  void nothing_went_wrong_behind_the_pages() throws IOException {
    desk.close();
    letEveryoneGoOn();
    witness.hasNothingToReport();
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
  void a_run_is_prepared_started_watched_and_taken_back_without_reloading() throws Exception {
    Lab lab = lab("by-mouse");

    // A wrong runbook says so while it is typed; the finding leads to its line.
    page.navigate(server.url() + "/runs");
    page.getByRole(AriaRole.LINK, named("Start a run")).first().click();
    Locator text = page.getByRole(AriaRole.TEXTBOX, named("Runbook"));
    text.fill(RUNBOOK.replace("steps:", "stpes:"));
    Locator finding = page.locator(".findings .bad").filter(saying("Did you mean steps?"));
    assertThat(finding).isVisible();
    assertThat(button(page, "Start in production")).isDisabled();
    finding.getByRole(AriaRole.BUTTON).click();
    assertThat(text).isFocused();
    Assertions.assertThat(text.evaluate("t => t.value.slice(t.selectionStart, t.selectionEnd)"))
        .isEqualTo("stpes:");

    // Put right, and started with a waiver.
    text.fill(RUNBOOK);
    page.locator("[name='input.lab']").fill(lab.folder().toString());
    assertThat(page.locator(".findings .bad")).hasCount(0);
    assertThat(page.locator("#outlook")).containsText("Switch to the new release");
    page.getByLabel("Without a rehearsal, because").fill("the journey is the rehearsal");
    button(page, "Start in production").click();
    page.waitForURL(A_RUN);
    String run = page.url();
    page.evaluate("window.stayed = true");

    // Targets, waves and output change by themselves.
    assertThat(cell("n1")).containsText("Unpack the new release");
    assertThat(page.locator("#now pre")).containsText("unpacking file 3");
    letGoOn(lab, "n1");
    assertThat(cell("n1")).containsText("done");
    assertThat(cell("n1")).containsText("old → new");
    assertThat(wave(1)).containsText("done");
    assertThat(cell("n2")).containsText("Unpack the new release");
    assertThat(page.locator("#head .doing")).containsText("Unpack the new release on n2");
    stepPrintsOn(desk.newPage(), page.locator("#now a.mono").getAttribute("href"));

    try (BrowserContext pocket = reader(PHONE, 844, true)) {
      Witness second = Witness.of(pocket, server.url()).expects("status of 409");
      Page phone = pocket.newPage();
      openWayBackWithoutNews(phone, run);

      // The way back says what it will do, does it, and every target is at its old version.
      button(page, "Way back…").click();
      Locator sheet = page.getByRole(AriaRole.DIALOG, named("Take shop back?"));
      assertThat(sheet).containsText("1 step is undone on n1");
      assertThat(sheet.locator("li").first()).hasText("Undo: Switch to the new release on n1");
      button(sheet, "Yes, go back: undo 1 step").click();
      assertThat(status()).hasText("Gone back");
      assertThat(page.locator("#ending tbody tr")).hasCount(1);
      assertThat(page.locator("#ending tbody tr"))
          .containsText(Pattern.compile("old\\s+3\\s+n1, n2, n3"));
      assertThat(cell("n1")).containsText("back as it was");
      for (String node : Lab.NODES) {
        assertThat(cell(node)).containsText("old");
        Assertions.assertThat(lab.release(node)).as(node).isEqualTo(Lab.OLD);
      }
      Assertions.assertThat(page.evaluate("window.stayed")).as("never reloaded").isEqualTo(true);

      // Whoever orders it a second time is told why not, and keeps what was typed.
      button(phone, "Yes, go back: undo 1 step").click();
      assertThat(phone.getByRole(AriaRole.ALERT)).isVisible();
      assertThat(phone.getByRole(AriaRole.ALERT)).containsText("gone back");
      assertThat(phone.locator("#way-back [name=reason]")).hasValue("users complain");
      second.hasNothingToReport();
    }
    theLogIsReadAndKept(run);
  }

  @Test
  void what_is_typed_before_the_page_is_ready_is_looked_at_too() {
    List<Route> held = new ArrayList<>();
    page.route(url -> url.contains("/htmx"), held::add);
    page.navigate(
        server.url() + "/runs/new", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    Locator text = page.locator("#runbook");
    text.fill(RUNBOOK.replace("steps:", "stpes:"));
    page.waitForCondition(() -> !held.isEmpty());
    held.forEach(Route::resume);
    assertThat(page.locator(".findings .bad").filter(saying("Did you mean steps?"))).isVisible();
    assertThat(text).hasValue(RUNBOOK.replace("steps:", "stpes:"));
  }

  @Test
  void a_run_is_found_watched_and_taken_back_by_keyboard_alone() throws Exception {
    Lab lab = lab("by-keyboard");
    String run = started(lab);
    page.navigate(server.url() + "/runs");
    assertThat(page.locator("#live")).hasText("live");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.waitForURL(run);

    assertThat(cell("n1")).containsText("Unpack the new release");
    page.keyboard().press("?");
    assertThat(page.getByRole(AriaRole.DIALOG, named("Keyboard"))).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys")).isHidden();
    page.keyboard().press("t");
    assertThat(cell("n1")).isFocused();
    page.keyboard().press("ArrowDown");
    assertThat(cell("n2")).isFocused();

    letGoOn(lab, "n1");
    assertThat(cell("n1")).containsText("done");
    page.keyboard().press("b");
    Locator sheet = page.getByRole(AriaRole.DIALOG, named("Take shop back?"));
    assertThat(sheet).isVisible();
    page.keyboard().press("Tab");
    page.keyboard().type("the phone does not stop ringing");
    page.keyboard().press("Tab");
    assertThat(button(sheet, "Yes, go back: undo 1 step")).isFocused();
    page.keyboard().press("Enter");
    assertThat(status()).hasText("Gone back");
    assertThat(page.locator("#log")).containsText("the phone does not stop ringing");
  }

  @Test
  void a_page_catches_up_by_itself_when_the_server_was_killed_and_is_back() throws Exception {
    witness.expects("net::ERR_");
    Lab lab = lab("through-a-crash");
    page.navigate(started(lab));
    page.evaluate("window.stayed = true");
    assertThat(page.locator("#live")).hasText("live");
    assertThat(page.locator("#now pre")).containsText("unpacking file 1");

    server.kill9();
    assertThat(page.locator("#live")).containsText("Not live since");
    for (String node : Lab.NODES) {
      letGoOn(lab, node);
    }
    server.start();
    assertThat(page.locator("#live")).hasText("live");
    assertThat(status()).hasText("Succeeded");
    assertThat(page.locator("#ending tbody tr"))
        .containsText(Pattern.compile("new\\s+3\\s+n1, n2, n3"));
    Assertions.assertThat(page.evaluate("window.stayed")).as("never reloaded").isEqualTo(true);
  }

  @Test
  void a_run_that_has_ended_is_taken_back_and_the_page_hears_of_it() throws Exception {
    Lab lab = lab("after-the-end");
    page.navigate(started(lab));
    page.evaluate("window.stayed = true");
    for (String node : Lab.NODES) {
      letGoOn(lab, node);
    }
    assertThat(status()).hasText("Succeeded");
    button(page, "Way back…").click();
    Locator sheet = page.getByRole(AriaRole.DIALOG, named("Take shop back?"));
    button(sheet, "Yes, go back: undo 3 steps").click();
    assertThat(status()).hasText("Gone back");
    assertThat(page.locator("#live")).hasText("live");
    Assertions.assertThat(page.evaluate("window.stayed")).as("never reloaded").isEqualTo(true);
  }

  @Test
  void an_order_that_the_server_did_not_hear_is_told_so_and_carried_out_once_when_pressed_again()
      throws Exception {
    witness
        .expects("net::ERR_")
        .expects("htmx:sendError")
        .expects("htmx:afterRequest")
        .expects("status of 502")
        .expects("Response Status Error Code 502");
    Lab lab = lab("order-while-away");
    page.navigate(started(lab));
    assertThat(page.locator("#live")).hasText("live");
    server.kill9();
    button(page, "Pause").click();
    Locator notice = page.getByRole(AriaRole.ALERT);
    assertThat(notice).containsText("The server did not answer");
    assertThat(page.locator("#live")).containsText("Not live since");
    server.start();
    assertThat(page.locator("#live")).hasText("live");
    assertThat(status()).hasText("Running");
    button(page, "Pause").click();
    assertThat(status()).hasText("Paused");
    assertThat(notice).hasCount(0);
    assertThat(logged("Run paused")).hasCount(1);

    // A proxy before the server answers in its place; what was typed for the way back stays.
    page.route(url -> url.endsWith("/commands/roll-back"), RunPageJourneyIT::awayBehindProxy);
    button(page, "Way back…").click();
    Locator sheet = page.getByRole(AriaRole.DIALOG, named("Take shop back?"));
    sheet.locator("[name=reason]").fill("users complain");
    button(sheet, "Yes, end the run").click();
    assertThat(notice).containsText("The server did not answer");
    assertThat(sheet).isVisible();
    assertThat(sheet.locator("[name=reason]")).hasValue("users complain");
    page.keyboard().press("Escape");
    assertThat(sheet).isHidden();

    // One that was heard, and whose answer was lost, shows on the page and cannot be given again.
    page.route(url -> url.endsWith("/commands/resume"), RunPageJourneyIT::heardButNotAnswered);
    button(page, "Resume").click();
    assertThat(notice).containsText("The server did not answer");
    assertThat(status()).hasText("Running");
    assertThat(button(page, "Resume")).hasCount(0);
    assertThat(logged("Run goes on")).hasCount(2);
    for (String node : Lab.NODES) {
      letGoOn(lab, node);
    }
    assertThat(status()).hasText("Succeeded");
  }

  @Test
  void that_an_answer_was_lost_is_told_also_when_what_it_did_took_the_form_away_before()
      throws Exception {
    witness.expects("net::ERR_").expects("htmx:sendError").expects("htmx:afterRequest");
    Lab lab = lab("form-gone-first");
    page.navigate(started(lab));
    button(page, "Pause").click();
    assertThat(status()).hasText("Paused");
    AtomicReference<Route> heard = new AtomicReference<>();
    page.route(
        url -> url.endsWith("/commands/resume"),
        order -> {
          order.fetch();
          heard.set(order);
        });
    button(page, "Resume").click();
    assertThat(status()).hasText("Running");
    assertThat(button(page, "Resume")).hasCount(0);
    Locator notice = page.getByRole(AriaRole.ALERT);
    assertThat(notice).hasCount(0);

    heard.get().abort();
    assertThat(notice).containsText("The server did not answer");
    assertThat(status()).hasText("Running");
    for (String node : Lab.NODES) {
      letGoOn(lab, node);
    }
    assertThat(status()).hasText("Succeeded");
  }

  private Locator logged(String what) {
    return page.locator("#log tbody tr").filter(saying(what));
  }

  private static void heardButNotAnswered(Route order) {
    order.fetch();
    order.abort();
  }

  @Test
  void a_page_for_which_no_seat_is_free_says_why_it_is_not_live() throws Exception {
    witness.expects("status of 409");
    Lab lab = lab("no-seat");
    String run = started(lab);
    page.route(url -> url.contains("/stream?"), RunPageJourneyIT::allSeatsAreTaken);
    page.navigate(run);
    assertThat(page.locator("#live")).hasText("Not live: ann keeps 50 pages live already.");
    page.unrouteAll();
    page.reload();
    assertThat(page.locator("#live")).hasText("live");
    for (String node : Lab.NODES) {
      letGoOn(lab, node);
    }
    assertThat(status()).hasText("Succeeded");
  }

  private static void allSeatsAreTaken(Route stream) {
    stream.fulfill(
        new Route.FulfillOptions()
            .setStatus(409)
            .setContentType("application/problem+json")
            .setBody("{\"detail\": \"ann keeps 50 pages live already.\"}"));
  }

  private static void awayBehindProxy(Route order) {
    order.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<h1>Bad gateway</h1>"));
  }

  @Test
  void who_is_not_signed_in_is_told_so_and_comes_back_to_the_page() throws Exception {
    Lab lab = lab("signed-out");
    String run = started(lab);
    try (BrowserContext stranger = reader(1440, 900, false)) {
      Witness second = Witness.of(stranger, server.url()).expects("status of 401");
      Page door = stranger.newPage();
      door.navigate(run);
      assertThat(door.getByText("You are not signed in.")).isVisible();
      door.getByLabel("Name").fill(Welcome.NAME);
      door.getByLabel("Password").fill(Welcome.PASSWORD);
      button(door, "Sign in").click();
      door.waitForURL(run);
      assertThat(door.locator("#live")).hasText("live");

      // Signed out elsewhere: what happens behind an open page does not take the reader away from
      // it.
      Page elsewhere = stranger.newPage();
      elsewhere.navigate(server.url() + "/runs");
      button(elsewhere, "Sign out").click();
      assertThat(elsewhere.getByRole(AriaRole.HEADING, named("Sign in"))).isVisible();
      door.bringToFront();
      letGoOn(lab, Lab.NODES.getFirst());
      assertThat(door.locator("#live")).containsText("you are signed out");
      Assertions.assertThat(door.url()).isEqualTo(run);
      // An order leads to the door, which leads back.
      button(door, "Pause").click();
      door.waitForURL(Pattern.compile(".*/sign-in\\?then=.*"));
      second.hasNothingToReport();
    }
    for (String node : Lab.NODES.subList(1, Lab.NODES.size())) {
      letGoOn(lab, node);
    }
    page.navigate(run);
    assertThat(status()).hasText("Succeeded");
  }

  @Test
  void every_page_fits_a_phone() throws Exception {
    witness.expects("status of 404");
    Lab lab = lab("on-a-phone");
    String run = started(lab);
    page.setViewportSize(PHONE, 844);
    page.navigate(run);
    assertThat(page.locator("#now pre")).containsText("unpacking file 1");
    String step = server.url() + page.locator("#now a.mono").getAttribute("href");
    String site = server.url().toString();
    for (String address :
        List.of(
            run,
            run + "/log",
            run + "/steps",
            step,
            site + "/runs",
            site + "/settings",
            site + "/nowhere",
            site + "/runs/new?from=" + run.substring(run.length() - 8))) {
      page.navigate(address);
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
      Assertions.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .as("width of %s", address)
          .isLessThanOrEqualTo(PHONE);
      // Also where nothing is: who is signed in is not taken for a stranger.
      assertThat(button(page, "Sign out")).isVisible();
    }
    // Left under way it would be in the way of the next.
    for (String node : Lab.NODES) {
      letGoOn(lab, node);
    }
    page.navigate(run);
    assertThat(status()).hasText("Succeeded");
  }

  /** Output comes in on the page of a step, too. */
  private static void stepPrintsOn(Page step, String address) {
    step.navigate(server.url() + address);
    Locator output = step.locator("#step pre");
    assertThat(output).containsText("unpacking file 1");
    long known = output.textContent().lines().count();
    assertThat(output).containsText("unpacking file " + (known + 5));
    step.close();
  }

  /** Types a reason on a page that does not hear of the news: another order comes before. */
  private static void openWayBackWithoutNews(Page phone, String run) {
    phone.route(url -> url.contains("parts="), RunPageJourneyIT::nothingNew);
    phone.navigate(run);
    button(phone, "Way back…").click();
    phone.locator("#way-back [name=reason]").fill("users complain");
  }

  private static void nothingNew(Route request) {
    request.fulfill(new Route.FulfillOptions().setStatus(204));
  }

  private void theLogIsReadAndKept(String run) throws IOException {
    // An update that comes in while the page is being left finds nothing to change any more.
    witness.expects("htmx:oobErrorNoTarget");
    page.getByRole(AriaRole.LINK, named("All lines")).click();
    page.waitForURL(run + "/log");
    Locator lines = page.locator("table.log tbody tr");
    assertThat(lines.filter(saying("Run is back"))).hasCount(1);
    assertThat(lines.filter(saying("w1/n1/switch")).filter(saying("Step undone"))).hasCount(1);
    assertThat(lines.filter(saying("the journey is the rehearsal"))).hasCount(1);
    Download kept = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, named("CSV")).click());
    Assertions.assertThat(Files.readString(kept.path()))
        .contains("w1/n1/switch", "ann", "the journey is the rehearsal");
  }

  /** A run whose first step waits to be let go on; the address of its page. */
  private static String started(Lab lab) throws Exception {
    Path file = lab.folder().resolve("shop.yaml");
    Files.writeString(file, RUNBOOK);
    Called start =
        Called.start(
            scene,
            lab.folder().getFileName() + "-start",
            server.environment(),
            "run",
            "start",
            file.toString(),
            "--input",
            "lab=" + lab.folder(),
            "--waive",
            "the journey is the rehearsal",
            "--json");
    Assertions.assertThat(start.exitCode(2)).as(start.err()).isZero();
    return server.url() + "/runs/" + start.lastDocument().findPath("id").asString();
  }

  private static void letGoOn(Lab lab, String node) throws IOException {
    Files.createFile(lab.folder().resolve(node).resolve("go"));
  }

  private Lab lab(String name) throws IOException {
    Lab lab = Lab.in(scene, name);
    labs.add(lab);
    return lab;
  }

  /** Commands go on when the server ends: those that wait would wait for ever. */
  private void letEveryoneGoOn() throws IOException {
    for (Lab lab : labs) {
      for (String node : Lab.NODES) {
        Files.writeString(lab.folder().resolve(node).resolve("go"), "");
      }
    }
    labs.clear();
  }

  private Locator cell(String target) {
    return page.locator("#grid li[data-key='%s'] .cell".formatted(target));
  }

  private Locator wave(int number) {
    return page.locator("#grid [data-key=wave%d] h3".formatted(number));
  }

  private Locator status() {
    return page.locator("#head .status");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Locator button(Locator part, String name) {
    return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions saying(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static BrowserContext reader(int width, int height, boolean knows) {
    NewContextOptions options = new NewContextOptions().setViewportSize(width, height);
    return chromium.reader(knows ? options.setStorageState(signedIn) : options);
  }

  private static String runbook() {
    try (InputStream text = RunPageJourneyIT.class.getResourceAsStream("/pages/runbook.yaml")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
