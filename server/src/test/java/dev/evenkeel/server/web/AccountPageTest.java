package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.identity.People;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The address somebody is written to, said by themselves or by an administrator. */
@ServerTest
class AccountPageTest {
  private static final String FORM = "form[action=/settings/account/address]";

  @Autowired ListableBeanFactory beans;
  @Autowired People people;

  @Test
  void one_gives_ones_own_address_and_takes_it_back() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    String name = browser.open("/tasks").one("span.name").text();
    assertThat(keep(browser, "ann@example.org").leadsTo()).isEqualTo("/settings/account");
    assertThat(browser.open("/settings/account").one("input[name=email]").val())
        .isEqualTo("ann@example.org");
    keep(browser, "");
    assertThat(people.find(name).orElseThrow().email()).isEmpty();
  }

  @Test
  void what_is_no_address_is_said_and_stays_in_the_form() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    Page wrong = keep(browser, "ann@example.org, bob@example.org");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.notice()).contains("more than one e-mail address");
    assertThat(wrong.one("input[name=email]").val()).isEqualTo("ann@example.org, bob@example.org");
    assertThat(keep(browser, "ann@example.org\r\nBcc: x@example.org").notice())
        .contains("line break");
  }

  @Test
  void a_change_that_somebody_else_made_meanwhile_is_not_overwritten() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    Element seen = browser.open("/settings/account").one(FORM + " button");
    browser.press(seen, Map.of("email", "first@example.org"));
    Page stale = browser.press(seen, Map.of("email", "second@example.org"));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.notice()).contains("was changed by somebody else meanwhile");
  }

  @Test
  void an_administrator_gives_the_address_of_somebody_and_hears_what_is_wrong_with_it() {
    String name = Browser.signedIn(beans, Role.VIEWER).open("/tasks").one("span.name").text();
    Browser admin = Browser.signedIn(beans, Role.ADMIN);
    Page wrong = admin.press(of(admin, name), Map.of("email", "Ann <ann@example.org>"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.notice()).contains("a name around the e-mail address");
    admin.press(of(admin, name), Map.of("email", "ann@example.org"));
    assertThat(people.find(name).orElseThrow().email()).contains("ann@example.org");
    assertThat(admin.api("/api/people/" + name).text()).contains("\"email\":\"ann@example.org\"");
  }

  @Test
  void programs_give_it_with_the_version_they_saw() {
    String name = Browser.signedIn(beans, Role.VIEWER).open("/tasks").one("span.name").text();
    ApiClient api = ApiClient.of(beans, Role.ADMIN);
    String path = "/api/people/" + name;
    String etag = api.get(path).header("ETag");
    assertThat(send(api, path, "ann@example.org", "").status()).as("no version").isEqualTo(400);
    assertThat(send(api, path, "ann@example.org", "\"99\"").status()).isEqualTo(412);
    assertThat(send(api, path, "nowhere", etag).says())
        .isEqualTo(
            "'nowhere' is no e-mail address. Write one address alone, such as ann@example.org.");
    assertThat(send(api, path, "ann@example.org", etag).json().path("email").asString())
        .isEqualTo("ann@example.org");
  }

  private static ApiClient.Answer send(ApiClient api, String path, String email, String etag) {
    return api.put(
        path + "/address",
        "{\"email\": \"%s\"}".formatted(email),
        "Content-Type",
        "application/json",
        "If-Match",
        etag);
  }

  private static Page keep(Browser browser, String email) {
    return browser.press(
        browser.open("/settings/account").one(FORM + " button"), Map.of("email", email));
  }

  private static Element of(Browser admin, String name) {
    return admin
        .open("/settings/people")
        .one(
            "form[action=/settings/people/address]:has(input[name=name][value=%s]) button"
                .formatted(name));
  }
}
