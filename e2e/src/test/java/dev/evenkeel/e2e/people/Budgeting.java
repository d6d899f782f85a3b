package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What an upgrade costs: one writes it down, another agrees to it. */
public record Budgeting(Assignment of) {

  public void writtenDown(Colleague by, String budget, String way, int amount) {
    by.go(of.path() + "/schedule").choose("budget", budget);
    by.press("Add " + way);
    by.field("ways[0].costs[0].kind").waitFor();
    by.choose("ways[0].costs[0].kind", "labour")
        .fill("ways[0].costs[0].amount", Integer.toString(amount));
    by.save();
  }

  /** Who wrote it is not asked for approval. */
  public void isNotFor(Colleague writer) {
    writer.go(of.path() + "/budget").sees("not approved");
    assertThat(writer.page().locator("form.approve")).hasCount(0);
  }

  public void approved(Colleague by) {
    by.go(of.path() + "/budget");
    by.page().locator("form.approve button").click();
    assertThat(by.page().locator("#approval-title .badge")).hasText("approved");
  }
}
