package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The page of a task, in front of whoever has it. */
public record Duty(Colleague at) {

  /** It cannot be done as it is, and the page says why. */
  public Duty isNotDoneBecause(String why) {
    at.press("Done");
    assertThat(at.page().locator("[role=alert]")).containsText(why);
    return this;
  }

  /** A fact closes it, and the page leads to where that is made so. */
  public void leadsTo(Assignment upgrade, String tab) {
    assertThat(at.button("Done")).hasCount(0);
    at.follow("where that is done");
    Assertions.assertThat(at.here()).isEqualTo(upgrade.path() + "/" + tab);
  }

  public Duty ticks() {
    Locator open = at.page().locator("button.tickbox[aria-pressed=false]");
    for (int left = open.count(); left > 0; left--) {
      open.first().click();
      assertThat(open).hasCount(left - 1);
    }
    return this;
  }

  public Duty answers(Map<String, String> answers) {
    answers.forEach((name, text) -> {
      Locator field = at.field("fields." + name);
      if (field.evaluate("one => one.tagName").equals("SELECT")) {
        field.selectOption(text);
      } else {
        field.fill(text);
      }
    });
    at.press("Save what is filled in").seesNothingWrong();
    return this;
  }

  /** It is done, in the name of whoever says so. */
  public void done(String says) {
    at.fill("says", says).press("Done").seesNothingWrong();
    assertThat(at.page().locator("h1 .badge")).hasText("done");
    Locator facts = at.page().locator("dl.facts").first();
    assertThat(facts).containsText("by " + at.name());
    assertThat(facts).containsText(says);
  }
}
