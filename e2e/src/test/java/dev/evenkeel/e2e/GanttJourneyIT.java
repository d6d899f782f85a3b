package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.evenkeel.e2e.pages.Chromium;
import dev.evenkeel.e2e.pages.Gantt;
import dev.evenkeel.e2e.pages.Gantt.Spot;
import dev.evenkeel.e2e.pages.Welcome;
import dev.evenkeel.e2e.pages.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The chart of a timetable of the packaged server in a real browser: what is moved says meanwhile
 * what it costs and what is against it, stays where it was when it may not be there, and is pinned
 * where it may; with the mouse, by keys and with a finger.
 */
@Tag("C28")
@Timeout(300)
class GanttJourneyIT {
  private static final Scene scene = Scene.of("gantt");
  private static PackagedServer server;
  private static Chromium chromium;
  private static Harbourside harbour;
  private static String signedIn;

  private final BrowserContext desk = reader(1440, 900, false);
  private final Witness witness = Witness.of(desk, server.url());

  @BeforeAll
  static void begins() throws Exception {
    chromium = Chromium.startOrSkip();
    server = new PackagedServer(scene).onFixedPort().start();
    harbour = Harbourside.on(server);
    try (BrowserContext reader = chromium.reader(new NewContextOptions())) {
      Welcome.join(reader.newPage(), server.welcomeLink());
      signedIn = reader.storageState();
    }
  }

  @AfterEach
  void nothing_went_wrong_behind_the_page() {
    desk.close();
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
  void a_bar_that_is_dragged_says_what_it_costs_and_is_pinned_where_it_is_dropped()
      throws Exception {
    long timetable = harbour.timetable("dragged");
    long alpha = harbour.id("alpha");
    long beta = harbour.id("beta");
    Gantt gantt = chart(desk, timetable).seeing(beta);
    Instant before = harbour.start(timetable, "beta");

    gantt.hold(beta, Harbourside.quiet());
    assertThat(gantt.tip()).containsText(Pattern.compile("Costs [\\d,]+ more"));
    assertThat(gantt.tip()).containsText("Nothing is against it.");
    assertThat(gantt.bar(beta)).hasClass(Pattern.compile("moving well"));
    gantt.drop();
    assertThat(gantt.says()).containsText("is pinned there");
    assertThat(gantt.tip()).isHidden();
    Assertions.assertThat(harbour.isPinned(timetable, "beta")).isTrue();
    Assertions.assertThat(harbour.start(timetable, "beta"))
        .as("near the night over which it was dropped")
        .isBetween(
            Harbourside.quiet().minus(Duration.ofHours(8)),
            Harbourside.quiet().plus(Duration.ofHours(8)));

    gantt.says().getByRole(AriaRole.BUTTON, named("Undo")).click();
    assertThat(gantt.says()).containsText("again");
    Assertions.assertThat(harbour.start(timetable, "beta")).isEqualTo(before);
    Assertions.assertThat(harbour.isPinned(timetable, "beta")).isFalse();

    // What the other one does to it, only the server knows.
    gantt.seeing(alpha);
    gantt.hold(alpha, Harbourside.quiet());
    assertThat(gantt.tip().locator(".conflicts")).containsText("Beta");
    gantt.drop();
    assertThat(gantt.says()).containsText("It cannot be there");
  }

  @Test
  void a_bar_that_is_dropped_into_a_freeze_goes_back_with_the_reason() throws Exception {
    long timetable = harbour.timetable("frozen");
    long beta = harbour.id("beta");
    Gantt gantt = chart(desk, timetable).seeing(beta);
    String stood = gantt.stands(beta);
    Instant before = harbour.start(timetable, "beta");

    gantt.hold(beta, Harbourside.frozen());
    assertThat(gantt.tip().locator(".conflicts")).containsText("Stocktaking");
    assertThat(gantt.tip()).containsText("Costs");
    assertThat(gantt.bar(beta)).hasClass(Pattern.compile("moving no"));
    gantt.drop();
    assertThat(gantt.says()).containsText(Pattern.compile("It cannot be there.*Stocktaking"));
    assertThat(gantt.says()).containsText("It stays");
    assertThat(gantt.bar(beta)).hasAttribute("aria-label", stood);
    Assertions.assertThat(harbour.start(timetable, "beta")).isEqualTo(before);
    Assertions.assertThat(harbour.isPinned(timetable, "beta")).isFalse();
  }

  @Test
  void a_bar_is_put_back_with_escape_while_the_mouse_holds_it() throws Exception {
    long timetable = harbour.timetable("escaped");
    long beta = harbour.id("beta");
    Gantt gantt = chart(desk, timetable).seeing(beta);
    String stood = gantt.stands(beta);
    Instant before = harbour.start(timetable, "beta");

    gantt.hold(beta, Harbourside.quiet());
    assertThat(gantt.tip()).containsText("Nothing is against it.");
    gantt.page().keyboard().press("Escape");
    assertThat(gantt.tip()).isHidden();
    gantt.page().mouse().move(gantt.x(Harbourside.quiet()) + 30, gantt.middle(beta).y());
    gantt.drop();
    assertThat(gantt.bar(beta)).hasAttribute("aria-label", stood);
    assertThat(gantt.says()).containsText("is back");
    Assertions.assertThat(harbour.start(timetable, "beta")).isEqualTo(before);
  }

  @Test
  void a_bar_is_moved_by_keys_alone() throws Exception {
    long timetable = harbour.timetable("by keys");
    long beta = harbour.id("beta");
    Gantt gantt = chart(desk, timetable).seeing(beta);
    Instant before = harbour.start(timetable, "beta");
    String stood = gantt.stands(beta);
    Page page = gantt.page();

    assertThat(gantt.bar(beta)).isFocused();
    page.keyboard().press("ArrowRight");
    assertThat(gantt.tip()).containsText("Nothing is against it.");
    page.keyboard().press("Escape");
    assertThat(gantt.bar(beta)).hasAttribute("aria-label", stood);
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(gantt.tip()).containsText("Nothing is against it.");
    page.keyboard().press("Enter");
    assertThat(gantt.says()).containsText("is pinned there");
    assertThat(gantt.bar(beta)).isFocused();
    Assertions.assertThat(harbour.start(timetable, "beta")).isAfter(before);
    Assertions.assertThat(harbour.isPinned(timetable, "beta")).isTrue();

    // Up to the name of its group, which folds and opens again.
    page.keyboard().press("Home");
    Locator group = page.locator(".g-heading[data-group='Crane team']");
    assertThat(group).isFocused();
    page.keyboard().press("Enter");
    assertThat(group).hasAttribute("aria-expanded", "false");
    assertThat(gantt.bar(harbour.id("other-01"))).hasCount(0);
    page.keyboard().press("Enter");
    assertThat(gantt.bar(harbour.id("other-01"))).hasCount(1);
  }

  @Test
  void a_finger_moves_a_bar_and_scrolls_the_chart() throws Exception {
    long timetable = harbour.timetable("touched");
    long beta = harbour.id("beta");
    try (BrowserContext pocket = reader(390, 844, true)) {
      Witness second = Witness.of(pocket, server.url());
      Gantt gantt = chart(pocket, timetable).seeing(beta);
      Page page = gantt.page();
      page.locator("#gantt").scrollIntoViewIfNeeded();
      Instant before = harbour.start(timetable, "beta");
      Spot there = gantt.middle(beta);
      gantt.finger(there, new Spot(there.x() + gantt.way(beta, Harbourside.quiet()), there.y()));
      assertThat(gantt.says()).containsText("is pinned there");
      Assertions.assertThat(harbour.start(timetable, "beta")).isAfter(before);

      // Up and down scrolls, also from a bar, and moves nothing.
      Instant moved = harbour.start(timetable, "beta");
      int scrolled = scrolled(page);
      Spot bar = gantt.middle(beta);
      gantt.finger(bar, new Spot(bar.x(), bar.y() + 180));
      page.waitForCondition(() -> scrolled(page) < scrolled);
      Assertions.assertThat(harbour.start(timetable, "beta")).isEqualTo(moved);

      // So does a finger beside the bars, to the side as well.
      page.locator(".zoom button[data-days='31']").click();
      int aside = aside(page);
      BoundingBox chart = page.locator("#gantt").boundingBox();
      Spot free = new Spot(chart.x + chart.width - 40, chart.y + 20);
      gantt.finger(free, new Spot(free.x() - 200, free.y()));
      page.waitForCondition(() -> aside(page) != aside);
      assertThat(gantt.tip()).isHidden();
      second.hasNothingToReport();
    }
  }

  private static int scrolled(Page page) {
    return ((Number) page.evaluate("document.getElementById('gantt').scrollTop")).intValue();
  }

  private static int aside(Page page) {
    return ((Number) page.evaluate("document.getElementById('gantt').scrollLeft")).intValue();
  }

  @Test
  void what_is_lost_on_the_way_to_the_server_keeps_what_was() throws Exception {
    witness.expects("net::ERR_");
    long timetable = harbour.timetable("lost");
    long beta = harbour.id("beta");
    Gantt gantt = chart(desk, timetable).seeing(beta);
    Page page = gantt.page();
    String stood = gantt.stands(beta);
    Instant before = harbour.start(timetable, "beta");

    // No answer while it is held, nor when it is dropped.
    page.route("**/try", Route::abort);
    page.route("**/placements/**", Route::abort);
    gantt.hold(beta, Harbourside.quiet());
    assertThat(gantt.tip()).containsText("The server does not answer.");
    gantt.drop();
    assertThat(gantt.says()).containsText("it is not known whether");
    assertThat(gantt.bar(beta)).hasAttribute("aria-label", stood);
    assertThat(gantt.says()).containsText("was not moved");
    Assertions.assertThat(harbour.start(timetable, "beta")).isEqualTo(before);
    page.unroute("**/placements/**");
    page.unroute("**/try");

    // The order arrives, and only its answer is lost.
    page.route(
        "**/placements/**",
        route -> {
          route.fetch();
          route.abort();
        });
    gantt.hold(beta, Harbourside.quiet());
    assertThat(gantt.tip()).containsText("Nothing is against it.");
    gantt.drop();
    assertThat(gantt.says()).containsText("it is not known whether");
    assertThat(gantt.says()).containsText("is pinned there");
    Assertions.assertThat(gantt.stands(beta)).isNotEqualTo(stood);
    Assertions.assertThat(harbour.isPinned(timetable, "beta")).isTrue();
  }

  @Test
  void what_has_no_place_is_brought_onto_the_chart() throws Exception {
    long timetable = harbour.timetable("carried");
    long gamma = harbour.id("gamma");
    Gantt gantt = chart(desk, timetable).seeing(harbour.id("beta"));
    Page page = gantt.page();
    assertThat(gantt.waiting(gamma)).isVisible();
    assertThat(page.locator("#gantt-count")).containsText("1 without a place");

    // Into a freeze: refused as anything else is.
    gantt.carry(gamma, Harbourside.frozen());
    assertThat(gantt.tip().locator(".conflicts")).containsText("Stocktaking");
    gantt.drop();
    assertThat(gantt.says()).containsText(Pattern.compile("It cannot be there.*no place still"));
    assertThat(gantt.waiting(gamma)).isVisible();

    // Into a night that is free: kept and pinned, and taken back.
    gantt.carry(gamma, Harbourside.quiet());
    assertThat(gantt.tip()).containsText("Nothing is against it.");
    assertThat(gantt.tip()).containsText("Costs");
    gantt.drop();
    assertThat(gantt.says()).containsText("is pinned there");
    assertThat(gantt.bar(gamma)).isFocused();
    assertThat(page.locator("#gantt-tray")).isHidden();
    Assertions.assertThat(harbour.isPinned(timetable, "gamma")).isTrue();
    gantt.says().getByRole(AriaRole.BUTTON, named("Undo")).click();
    assertThat(gantt.waiting(gamma)).isVisible();
    Assertions.assertThat(harbour.place(timetable, "gamma").isMissingNode()).isTrue();

    // By keys.
    gantt.waiting(gamma).focus();
    page.keyboard().press("ArrowRight");
    assertThat(gantt.tip()).isVisible();
    page.keyboard().press("Escape");
    assertThat(gantt.tip()).isHidden();
    assertThat(gantt.waiting(gamma)).isFocused();
    page.keyboard().press("Shift+ArrowRight");
    assertThat(gantt.tip()).containsText("Nothing is against it.");
    page.keyboard().press("Enter");
    assertThat(gantt.says()).containsText("is pinned there");
    Assertions.assertThat(harbour.isPinned(timetable, "gamma")).isTrue();
  }

  private static Gantt chart(BrowserContext reader, long timetable) {
    return Gantt.open(
        reader.newPage(), server.url() + "/schedule/timetables/%d/chart".formatted(timetable));
  }

  private static BrowserContext reader(int width, int height, boolean touched) {
    return chromium.reader(
        new NewContextOptions()
            .setViewportSize(width, height)
            .setHasTouch(touched)
            .setStorageState(signedIn));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
