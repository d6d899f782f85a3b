package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.secrets.SecretStore;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.Browser.Page;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens, secrets and people, kept by administrators. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsPageTest {
  @Autowired ListableBeanFactory beans;
  private Browser admin;

  @BeforeAll
  void open() {
    admin = Browser.signedIn(beans, Role.ADMIN);
  }

  @Test
  void a_token_is_shown_once_and_lets_a_program_in_until_it_is_taken_back() throws Exception {
    Page made = press("tokens", Map.of("name", "ci-nightly", "roles", "VIEWER", "days", "30"));
    String token = made.one("#issued").text();
    assertThat(token).startsWith("ek_").hasSizeGreaterThan(30);
    assertThat(made.one("#page .notice").text()).contains("It is shown this once; keep it now.");

    Page later = admin.open("/settings");
    assertThat(later.text()).contains("ci-nightly").doesNotContain(token);
    assertThat(row(later, "ci-nightly").text()).contains("viewer").contains("never");

    assertThat(withToken(token)).isEqualTo(200);
    Element revoke = Browser.one(row(admin.open("/settings"), "ci-nightly"), "button");
    assertThat(revoke.closest("form").attr("data-confirm"))
        .isEqualTo("Take back token ci-nightly? Programs that use it stop working.");
    assertThat(admin.press(revoke, Map.of()).leadsTo()).isEqualTo("/settings");
    assertThat(withToken(token)).isEqualTo(401);
    assertThat(admin.open("/settings").text()).doesNotContain("ci-nightly");
  }

  @Test
  void a_token_without_a_name_is_refused_on_the_page() {
    Page refused = press("tokens", Map.of("name", "  ", "roles", "VIEWER", "days", "30"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.notice()).contains("A token needs a name of 1 to 100 characters");
    assertThat(refused.html().select("#issued")).isEmpty();
  }

  @Test
  void a_secret_is_kept_and_never_shown_again() {
    String value = "correct-horse-battery";
    assertThat(press("secrets", Map.of("name", "shop-password", "value", value)).leadsTo())
        .isEqualTo("/settings");
    assertThat(beans.getBean(SecretStore.class).open("shop-password")).contains(value);
    Page page = admin.open("/settings");
    assertThat(page.text()).contains("shop-password").doesNotContain(value);
    Element delete = Browser.one(row(page, "shop-password"), "button");
    admin.press(delete, Map.of());
    assertThat(beans.getBean(SecretStore.class).open("shop-password")).isEmpty();
  }

  @Test
  void a_secret_too_short_to_be_masked_is_refused_without_repeating_it() {
    Page refused = press("secrets", Map.of("name", "pin", "value", "7q1"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.notice()).isNotEmpty().doesNotContain("7q1");
    assertThat(beans.getBean(SecretStore.class).open("pin")).isEmpty();
  }

  @Test
  void somebody_is_invited_by_a_link_that_leads_to_joining() {
    Page page = press("people/invite", Map.of("roles", "OPERATOR"));
    String link = page.one("#link").text();
    assertThat(link).startsWith(admin.server() + "/welcome?code=");
    Browser guest = Browser.signedOut(beans);
    assertThat(guest.open(link.substring(admin.server().toString().length())).text())
        .contains("Welcome aboard");
  }

  @ParameterizedTest
  @EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void others_see_neither_tokens_nor_secrets_nor_people(Role role) {
    press("tokens", Map.of("name", "seen-by-admins-" + role, "roles", "VIEWER", "days", "30"));
    Page page = Browser.signedIn(beans, role).open("/settings");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.one("#page").text())
        .contains("kept by administrators")
        .doesNotContain("seen-by-admins-" + role);
    assertThat(page.html().select("#page form")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void others_are_refused_whatever_they_send(Role role) {
    Browser other = Browser.signedIn(beans, role);
    String own = other.open("/settings").html().select("input[name=_csrf]").first().attr("value");
    for (String form :
        List.of(
            "tokens",
            "secrets",
            "people/invite",
            "people/roles",
            "people/address",
            "people/remove")) {
      Element button =
          admin
              .open(form.startsWith("people") ? "/settings/people" : "/settings")
              .html()
              .select("form[action=/settings/%s] button".formatted(form))
              .first();
      Page refused =
          other.press(
              button,
              Map.of(
                  "_csrf", own, "name", "taken", "value", "a value", "roles", "ADMIN", "days",
                  "0"));
      assertThat(refused.status()).as(form).isEqualTo(403);
      assertThat(refused.text())
          .as(form)
          .contains("This needs the right administer (role admin); ask an administrator for it.")
          .doesNotContain("ek_");
    }
    assertThat(beans.getBean(SecretStore.class).open("taken")).isEmpty();
  }

  private Page press(String form, Map<String, String> typed) {
    return admin.press(
        admin
            .open(form.startsWith("people") ? "/settings/people" : "/settings")
            .one("form[action=/settings/%s] button".formatted(form)),
        typed);
  }

  private int withToken(String token) throws Exception {
    Browser program = Browser.signedOut(beans);
    return program
        .http()
        .send(
            program.request("/api/runs").header("Authorization", "Bearer " + token).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static Element row(Page page, String name) {
    return page.html().select("#page tbody tr").stream()
        .filter(row -> row.select("td").first().text().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
