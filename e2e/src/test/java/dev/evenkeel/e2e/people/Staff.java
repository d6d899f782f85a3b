package dev.evenkeel.e2e.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.evenkeel.e2e.Office;
import dev.evenkeel.e2e.pages.Welcome;
import dev.evenkeel.e2e.pages.Witness;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Those who work together. The administrator makes a link for each on the page of people; whoever
 * gets it chooses name and password in a browser of their own.
 */
public final class Staff implements AutoCloseable {
  private final Office office;
  private final URI site;
  private final Map<String, Colleague> colleagues = new LinkedHashMap<>();
  private final Map<String, Witness> witnesses = new HashMap<>();

  private Staff(Office office) {
    this.office = office;
    this.site = office.server().url();
  }

  /** With the administrator, who joins by the link that the server printed. */
  public static Staff of(Office office) throws IOException {
    Staff staff = new Staff(office);
    Welcome.join(staff.seat(Welcome.NAME), office.server().welcomeLink());
    return staff;
  }

  /**
   * @param roles as the page calls them
   */
  public Staff hire(String name, String... roles) {
    Colleague boss = the(Welcome.NAME).go("/settings/people");
    Locator invitation = boss.page().locator("section[aria-labelledby=invite]");
    for (String role : roles) {
      invitation.getByLabel(role, new Locator.GetByLabelOptions().setExact(true)).check();
    }
    boss.press("Make a link");
    String link = boss.page().locator("#link").textContent();

    Page page = seat(name);
    page.navigate(link);
    for (String role : roles) {
      assertThat(page.locator("main")).containsText(role);
    }
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill("the words of " + name);
    page.getByLabel("The same again").fill("the words of " + name);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go aboard")).click();
    assertThat(page.locator(".who .name")).hasText(name);
    return this;
  }

  public Colleague the(String name) {
    return Objects.requireNonNull(colleagues.get(name), () -> "nobody is called " + name);
  }

  /** What is said in the browser of somebody is part of the story. */
  public void expects(String name, String said) {
    Objects.requireNonNull(witnesses.get(name)).expects(said);
  }

  public void nothingWentWrong() {
    witnesses.values().forEach(Witness::hasNothingToReport);
  }

  private Page seat(String name) {
    BrowserContext desk = office.desk();
    // What is typed while the page looks at it is looked at again, and the first look is broken
    // off.
    witnesses.put(
        name, Witness.of(desk, site).expects("htmx:sendAbort").expects("htmx:afterRequest"));
    Page page = desk.newPage();
    colleagues.put(name, new Colleague(name, page, site));
    return page;
  }

  @Override
  public void close() {
    colleagues.values().forEach(one -> one.page().context().close());
  }
}
