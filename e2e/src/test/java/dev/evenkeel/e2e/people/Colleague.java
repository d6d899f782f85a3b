package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * Somebody at a browser.
 *
 * @param site where the server is
 */
public record Colleague(String name, Page page, URI site) {

  public Colleague go(String path) {
    page.navigate(site + path);
    return this;
  }

  /** Where it is now, without the server. */
  public String here() {
    return URI.create(page.url()).getPath();
  }

  public Locator field(String name) {
    return page.locator("main [name='%s']".formatted(name));
  }

  public Colleague fill(String name, String text) {
    field(name).fill(text);
    return this;
  }

  public Colleague choose(String name, String option) {
    field(name).selectOption(option);
    return this;
  }

  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  public Colleague press(String name) {
    button(name).click();
    return this;
  }

  public Colleague follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
    return this;
  }

  /** Saves a form; what was wrong with it would stand there. */
  public Colleague save() {
    press("Save");
    return seesNothingWrong();
  }

  public Colleague seesNothingWrong() {
    page.waitForLoadState();
    Assertions.assertThat(page.locator("main .wrong, main [role=alert]").allInnerTexts())
        .as("what %s is told on %s", name, page.url())
        .isEmpty();
    return this;
  }

  public Colleague sees(String text) {
    assertThat(page.locator("main")).containsText(text);
    return this;
  }

  public Colleague sees(Pattern text) {
    assertThat(page.locator("main")).containsText(text);
    return this;
  }
}
