package dev.evenkeel.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The first sign-in: the link that the server prints makes whoever opens it the administrator. */
public final class Welcome {
  /** The name of the administrator. */
  public static final String NAME = "ann";

  public static final String PASSWORD = "four words in a row";

  private Welcome() {}

  /** Joins, and is signed in on that page. */
  public static void join(Page page, String link) {
    page.navigate(link);
    page.getByLabel("Name").fill(NAME);
    page.getByLabel("Password").fill(PASSWORD);
    page.getByLabel("The same again").fill(PASSWORD);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Go aboard")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out")))
        .isVisible();
  }
}
