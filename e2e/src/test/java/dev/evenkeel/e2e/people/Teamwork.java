package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;

/** The people of an upgrade: who is in its team, what is whose, and who comes. */
public record Teamwork(Assignment of) {

  /**
   * @param parts names by the part, as the form writes it
   */
  public void named(Colleague by, Map<String, String> parts) {
    at(by, "Name who is in the team");
    Locator seats = by.page().locator(".seats");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      seats
          .filter(
              new Locator.FilterOptions()
                  .setHas(by.page().locator("input[value='%s']".formatted(part.getKey()))))
          .locator("[name$='.person']")
          .fill(part.getValue());
    }
    by.press("Save the team").seesNothingWrong();
  }

  /** The chart as it is proposed, looked at and given out. */
  public void chartGivenOut(Colleague by) {
    at(by, "Change and save it");
    by.press("Save the chart").seesNothingWrong();
    by.press("Give it out to the team").seesNothingWrong();
    assertThat(by.page().locator("#duties .badge")).hasText("given out");
  }

  /** Each says for himself that he has seen the chart, and that he comes. */
  public void promised(List<Colleague> all) {
    for (Colleague one : all) {
      one.go(of.path() + "/people")
          .press("I have seen the chart of duties")
          .press("I am there for the window")
          .seesNothingWrong();
    }
  }

  public void ready(Colleague reader) {
    reader.go(of.path() + "/people").sees("The team is ready");
  }

  private void at(Colleague by, String form) {
    by.go(of.path() + "/people");
    by.page().locator("summary").getByText(form).click();
  }
}
