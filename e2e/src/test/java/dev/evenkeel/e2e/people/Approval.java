package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;

/** Others agree to exactly what runs in production. */
public record Approval(Assignment of) {

  public void asked(Colleague by, LocalDate from, LocalDate until, String why) {
    by.go(of.path() + "/approval")
        .fill("from", from + "T00:00")
        .fill("until", until + "T00:00")
        .fill("why", why)
        .press("Ask")
        .seesNothingWrong();
    assertThat(by.page().locator("#state-title .badge")).containsText("wait");
  }

  /** Found on the list of what waits for somebody, looked at and agreed to. */
  public void given(Colleague by, String comment) {
    by.go("/approvals");
    by.page()
        .locator("section.panel")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(of.title()))
        .getByText("Look and decide")
        .first()
        .click();
    by.page().locator("form.decide textarea").fill(comment);
    by.press("Approve").seesNothingWrong().sees(by.name());
  }

  public void holds(Colleague reader) {
    reader.go(of.path() + "/approval");
    assertThat(reader.page().locator("#state-title .badge")).hasText("approved");
  }
}
