package dev.evenkeel.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Instant;
import java.util.List;

/** The chart of a timetable, as somebody moves things in it with hand or finger. */
public record Gantt(Page page) {

  /** A place of the screen. */
  public record Spot(double x, double y) {}

  public static Gantt open(Page page, String address) {
    page.navigate(address);
    assertThat(page.locator("#gantt")).hasAttribute("data-ready", "yes");
    return new Gantt(page);
  }

  public Locator bar(long upgrade) {
    return page.locator(".g-bars .g-bar[data-upgrade='%d']".formatted(upgrade));
  }

  public Locator waiting(long upgrade) {
    return page.locator(".tray-grip[data-upgrade='%d']".formatted(upgrade));
  }

  /** What stands beside a bar that is held. */
  public Locator tip() {
    return page.locator(".gantt-tip");
  }

  public Locator says() {
    return page.locator("#gantt-says");
  }

  /** Brings a bar into sight, with a quarter of a year around it. */
  public Gantt seeing(long upgrade) {
    page.locator(".zoom button[data-days='92']").click();
    return chosen(upgrade);
  }

  /** Chooses a bar, with the focus on it. */
  public Gantt chosen(long upgrade) {
    page.evaluate("upgrade => evenkeelGantt.choose(upgrade)", Math.toIntExact(upgrade));
    return this;
  }

  public Spot middle(long upgrade) {
    BoundingBox box = bar(upgrade).locator(".g-work").boundingBox();
    return new Spot(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** What a bar says of where it stands. */
  public String stands(long upgrade) {
    return bar(upgrade).getAttribute("aria-label");
  }

  /** How far it is on the screen from the start of an upgrade to a time. */
  public double way(long upgrade, Instant to) {
    return ((Number)
            page.evaluate(
                "([upgrade, at]) => { const {board} = evenkeelGantt; return"
                    + " board.sight.scale.x(board.sight.scale.slotAt(new Date(at)) -"
                    + " board.bar(upgrade).start); }",
                List.of(Math.toIntExact(upgrade), to.toString())))
        .doubleValue();
  }

  /** Where a time is on the screen. */
  public double x(Instant at) {
    return ((Number)
            page.evaluate(
                "at => { const {sight} = evenkeelGantt.board; return"
                    + " sight.holder.getBoundingClientRect().left + sight.x(sight.scale.slotAt(new"
                    + " Date(at))); }",
                at.toString()))
        .doubleValue();
  }

  /** Takes a bar with the mouse and holds it over a time. */
  public void hold(long upgrade, Instant at) {
    Spot from = middle(upgrade);
    double way = way(upgrade, at);
    page.mouse().move(from.x(), from.y());
    page.mouse().down();
    page.mouse().move(from.x() + way / 2, from.y() + 6);
    page.mouse().move(from.x() + way, from.y() + 6);
  }

  /** Takes what has no place with the mouse and holds it over a time. */
  public void carry(long upgrade, Instant at) {
    BoundingBox box = waiting(upgrade).boundingBox();
    BoundingBox chart = page.locator("#gantt").boundingBox();
    page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    page.mouse().down();
    page.mouse().move(box.x + box.width / 2 + 10, box.y + box.height / 2 + 10);
    page.mouse().move(x(at), chart.y + chart.height / 2);
  }

  public void drop() {
    page.mouse().up();
  }

  /** A finger that goes from one place to another and is lifted there. */
  public void finger(Spot from, Spot to) {
    CDPSession hand = page.context().newCDPSession(page);
    touch(hand, "touchStart", from);
    int steps = 12;
    for (int step = 1; step <= steps; step++) {
      touch(
          hand,
          "touchMove",
          new Spot(
              from.x() + (to.x() - from.x()) * step / steps,
              from.y() + (to.y() - from.y()) * step / steps));
    }
    touch(hand, "touchEnd", to);
    hand.detach();
  }

  private static void touch(CDPSession hand, String type, Spot at) {
    JsonArray points = new JsonArray();
    if (!type.equals("touchEnd")) {
      JsonObject point = new JsonObject();
      point.addProperty("x", at.x());
      point.addProperty("y", at.y());
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    hand.send("Input.dispatchTouchEvent", event);
  }
}
