package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;

/** The go-live checklist of an upgrade. */
public record GoLive(Assignment of) {

  /** What is no, as somebody reads it. */
  public List<String> missing(Colleague reader) {
    return of(reader, ".badge.bad");
  }

  /** What is no until a person confirms it. */
  public List<String> confirmable(Colleague reader) {
    return of(reader, "summary:text-is('Confirm it')");
  }

  private List<String> of(Colleague reader, String having) {
    reader.go(of.path() + "/go-live");
    return reader
        .page()
        .locator("ol.gates > li")
        .filter(new Locator.FilterOptions().setHas(reader.page().locator(having)))
        .locator("div > b:first-child")
        .allTextContents();
  }

  /** A person confirms what no fact shows. */
  public void confirmed(Colleague by, String item, String shows) {
    by.go(of.path() + "/go-live");
    Locator gate = gate(by, item);
    gate.locator("summary").click();
    gate.locator("textarea").fill(shows);
    gate.locator("button").click();
    assertThat(gate(by, item).locator(".badge")).hasText("yes");
    assertThat(gate(by, item)).containsText("confirmed by " + by.name());
  }

  public void isOpen(Colleague reader) {
    reader.go(of.path() + "/go-live").sees("All ten are yes");
  }

  private static Locator gate(Colleague reader, String item) {
    return reader
        .page()
        .locator("ol.gates > li")
        .filter(new Locator.FilterOptions().setHasText(item));
  }
}
