package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.identity.Authenticator;
import dev.evenkeel.server.identity.Invitations;
import dev.evenkeel.server.identity.MakeBelieveProvider;
import dev.evenkeel.server.identity.OidcMemory;
import dev.evenkeel.server.identity.People;
import dev.evenkeel.server.identity.Person;
import dev.evenkeel.server.identity.SecondFactors;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.Browser.Page;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in with a provider: whom it lets in, and whom never. */
@ServerTest
class ProviderSignInTest {
  private static final MakeBelieveProvider PROVIDER = new MakeBelieveProvider();
  private static final String PASSWORD = "quiet harbour at dawn";

  @Autowired ListableBeanFactory beans;
  @Autowired JdbcClient jdbc;
  @Autowired Invitations invitations;
  @Autowired People people;
  @Autowired SecondFactors factors;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("evenkeel.oidc.issuer", PROVIDER::issuer);
    settings.add("evenkeel.oidc.client-secret", () -> MakeBelieveProvider.SECRET);
    settings.add("evenkeel.oidc.name", () -> "Harbour ID");
    settings.add("evenkeel.oidc.roles", () -> "ops=operator; web=engineer of web; chiefs=admin");
    settings.add("evenkeel.oidc.join", () -> "groups");
    settings.add("evenkeel.forwarded", () -> "native");
  }

  @BeforeEach
  void there_is_somebody_with_a_password_who_may_do_everything() {
    if (people.find("keeper").isEmpty()) {
      local("keeper", Role.ADMIN);
    }
  }

  @Test
  void who_is_in_a_group_joins_with_its_roles_and_comes_again_as_the_same_person() {
    PROVIDER.knows("s-olga", named("olga", List.of("ops", "web")));
    Browser browser = Browser.signedOut(beans);
    Page page = browser.open("/sign-in?then=%2Fruns");
    assertThat(page.one("#provider").text()).isEqualTo("Sign in with Harbour ID");
    Page back = press(browser, page);
    assertThat(back.leadsTo()).isEqualTo("/sign-in?then=%2Fruns");
    assertThat(browser.open(back.leadsTo()).leadsTo()).isEqualTo("/runs");
    assertThat(browser.api("/api/me").text()).contains("olga", "operator", "engineer", "web");

    PROVIDER.knows("s-olga", named("renamed", List.of("web")));
    Browser again = Browser.signedOut(beans);
    press(again, again.open("/sign-in"));
    assertThat(again.api("/api/me").text())
        .contains("\"olga\"", "engineer")
        .doesNotContain("operator");
    assertThat(trail("/people/olga"))
        .contains("person joined", "provider linked", "roles granted", "signed in");
  }

  @Test
  void roles_granted_here_stay_when_groups_change() {
    PROVIDER.knows("s-rosa", named("rosa", List.of("ops")));
    in("rosa");
    Person rosa = people.find("rosa").orElseThrow();
    var both = new java.util.ArrayList<>(rosa.rights().grants());
    both.add(dev.evenkeel.server.shared.Rights.Grant.everywhere(Role.VALIDATOR));
    people.grant("rosa", both, Optional.empty(), dev.evenkeel.server.shared.Actor.EVENKEEL);
    PROVIDER.knows("s-rosa", named("rosa", List.of()));
    in("rosa");
    assertThat(people.find("rosa").orElseThrow().rights().words()).isEqualTo("validator");
  }

  @Test
  void a_verified_address_comes_with_the_sign_in_until_somebody_says_another_one_here() {
    PROVIDER.knows("s-mila", mailing("mila@old.example.org", true));
    in("mila");
    assertThat(people.find("mila").orElseThrow().email()).contains("mila@old.example.org");
    PROVIDER.knows("s-mila", mailing("mila@new.example.org", true));
    in("mila");
    assertThat(people.find("mila").orElseThrow().email()).contains("mila@new.example.org");
    PROVIDER.knows("s-mila", mailing("eve@example.org", false));
    in("mila");
    PROVIDER.knows("s-mila", mailing("eve@example.org, mila@example.org", true));
    Browser browser = in("mila");
    assertThat(people.find("mila").orElseThrow().email()).contains("mila@new.example.org");
    browser.press(
        browser.open("/settings/account").one("form[action$=address] button"),
        Map.of("email", "own@example.org"));
    PROVIDER.knows("s-mila", mailing("mila@old.example.org", true));
    in("mila");
    assertThat(people.find("mila").orElseThrow().email()).contains("own@example.org");
  }

  private static Map<String, Object> mailing(String address, boolean verified) {
    return Map.of(
        "preferred_username",
        "mila",
        "groups",
        List.of("ops"),
        "email",
        address,
        "email_verified",
        verified);
  }

  @Test
  void a_name_or_a_mail_address_makes_nobody_somebody_who_is_here_already() {
    local("victim", Role.ADMIN);
    PROVIDER.knows(
        "s-mallory",
        Map.of(
            "preferred_username",
            "victim",
            "email",
            "victim@example.org",
            "email_verified",
            true,
            "groups",
            List.of("ops")));
    Browser browser = Browser.signedOut(beans);
    Page back = press(browser, browser.open("/sign-in"));
    assertThat(back.leadsTo()).isEqualTo("/sign-in/link");
    assertThat(browser.api("/api/me").status()).isEqualTo(401);
    Page link = browser.open("/sign-in/link");
    assertThat(link.one("#page").text()).contains("Harbour ID knows you as victim");
    Page wrong =
        browser.press(
            link.one("form[action='/sign-in/link'] button"),
            Map.of("name", "victim", "password", "a guess of mallory"));
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.notice()).contains("Name or password is wrong");
    assertThat(browser.api("/api/me").status()).isEqualTo(401);
  }

  @Test
  void an_account_is_linked_by_the_password_and_then_the_provider_is_enough() {
    local("lena", Role.VIEWER);
    PROVIDER.knows("s-lena", named("lena.long", List.of()));
    Browser browser = Browser.signedOut(beans);
    press(browser, browser.open("/sign-in"));
    Page linked =
        browser.press(
            browser.open("/sign-in/link").one("form[action='/sign-in/link'] button"),
            Map.of("name", "lena", "password", PASSWORD));
    assertThat(linked.leadsTo()).isEqualTo("/");
    assertThat(browser.api("/api/me").text()).contains("\"lena\"", "viewer");
    Browser later = in("lena");
    assertThat(later.api("/api/me").text()).contains("\"lena\"");

    Browser keeper = password("keeper");
    Page taken =
        keeper.press(
            keeper
                .open("/settings/people")
                .one("button[aria-label='Unlink lena from the provider']"),
            Map.of());
    assertThat(taken.leadsTo()).isEqualTo("/settings/people");
    Browser unlinked = Browser.signedOut(beans);
    assertThat(press(unlinked, unlinked.open("/sign-in")).leadsTo()).isEqualTo("/sign-in/link");
  }

  @Test
  void who_is_disabled_here_stays_out() {
    PROVIDER.knows("s-dora", named("dora", List.of("ops")));
    in("dora");
    people.disable("dora", true, Optional.empty());
    Browser browser = Browser.signedOut(beans);
    Page back = press(browser, browser.open("/sign-in"));
    assertThat(back.leadsTo()).isEqualTo("/sign-in?trouble=disabled");
    assertThat(browser.open(back.leadsTo()).notice()).contains("You are disabled here");
    assertThat(browser.api("/api/me").status()).isEqualTo(401);
    assertThat(trail("/people/dora")).contains("sign-in refused", "person disabled");
  }

  @Test
  void a_second_factor_here_is_asked_for_unless_the_provider_saw_one() {
    PROVIDER.knows("s-fred", named("fred", List.of("ops")));
    in("fred");
    factors.begin("fred");
    var program = new Authenticator(factors.awaited("fred").orElseThrow());
    factors.confirm("fred", program.code(Instant.now())).orElseThrow();

    Browser once = Browser.signedOut(beans);
    assertThat(press(once, once.open("/sign-in")).leadsTo()).isEqualTo("/sign-in/code");
    assertThat(once.api("/api/me").status()).isEqualTo(401);

    PROVIDER.knows(
        "s-fred",
        Map.of(
            "preferred_username", "fred", "groups", List.of("ops"), "amr", List.of("pwd", "mfa")));
    assertThat(in("fred").api("/api/me").status()).isEqualTo(200);
  }

  @Test
  void an_answer_that_was_not_asked_for_by_this_browser_is_not_taken() {
    PROVIDER.knows("s-eve", named("eve", List.of("ops")));
    Browser attacker = Browser.signedOut(beans);
    URI back =
        PROVIDER.agree(asked(attacker, attacker.open("/sign-in").one("#provider").attr("href")));
    Browser victim = Browser.signedOut(beans);
    Page page = victim.open(local(back));
    assertThat(page.leadsTo()).isEqualTo("/sign-in?trouble=late");
    assertThat(victim.api("/api/me").status()).isEqualTo(401);

    Browser forged = Browser.signedOut(beans);
    asked(forged, forged.open("/sign-in").one("#provider").attr("href"));
    assertThat(forged.open("/sign-in/back/provider?code=c0de&state=made-up").leadsTo())
        .isEqualTo("/sign-in?trouble=late");
  }

  @Test
  void tokens_with_another_nonce_issuer_audience_or_key_let_nobody_in() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("nonce", "another"),
            Map.of("iss", "https://elsewhere.example.org"),
            Map.of("aud", "another-client"))) {
      var claims = new java.util.HashMap<>(named("tess", List.of("chiefs")));
      claims.putAll(wrong);
      PROVIDER.knows("s-tess", claims);
      Browser browser = Browser.signedOut(beans);
      assertThat(press(browser, browser.open("/sign-in")).leadsTo())
          .as(wrong.toString())
          .startsWith("/sign-in?trouble=other");
      assertThat(browser.api("/api/me").status()).isEqualTo(401);
    }
    PROVIDER.knows("s-tess", named("tess", List.of("chiefs")));
    PROVIDER.signsWithAnotherKey();
    Browser browser = Browser.signedOut(beans);
    assertThat(press(browser, browser.open("/sign-in")).leadsTo())
        .startsWith("/sign-in?trouble=other");
    assertThat(people.find("tess")).isEmpty();
  }

  @Test
  void clocks_that_differ_are_told_as_that() {
    var old = java.util.Date.from(Instant.now().minusSeconds(7200));
    var claims = new java.util.HashMap<>(named("late", List.of("ops")));
    claims.put("iat", old);
    claims.put("exp", java.util.Date.from(Instant.now().minusSeconds(7000)));
    PROVIDER.knows("s-late", claims);
    Browser browser = Browser.signedOut(beans);
    Page back = press(browser, browser.open("/sign-in"));
    assertThat(back.leadsTo()).isEqualTo("/sign-in?trouble=clock");
    assertThat(browser.open(back.leadsTo()).notice()).contains("The clock of this server");
  }

  @Test
  void behind_a_proxy_the_way_back_begins_with_the_address_people_use_and_cookies_keep_to_https() {
    Browser browser = Browser.signedOut(beans);
    Page sent =
        browser.send(
            browser
                .request("/sign-in/with/provider")
                .header("Accept", "text/html")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evenkeel.example"));
    assertThat(sent.headers().get("location"))
        .contains("redirect_uri=https://evenkeel.example/sign-in/back/provider");
    assertThat(sent.headers().get("set-cookie"))
        .contains("evenkeel_provider=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/sign-in");
  }

  @Test
  void a_provider_that_is_away_or_calls_itself_otherwise_is_told_and_a_password_still_does() {
    PROVIDER.knows("s-away", named("away", List.of("ops")));
    PROVIDER.isAway();
    aPasswordDoesWhileTheButtonLeadsTo("away", "Harbour ID does not answer just now");
    PROVIDER.knows("s-away", named("away", List.of("ops")));
    PROVIDER.callsItself("https://elsewhere.example.org");
    aPasswordDoesWhileTheButtonLeadsTo("discovery", "does not fit the settings");
    PROVIDER.knows("s-away", named("away", List.of("ops")));
  }

  private void aPasswordDoesWhileTheButtonLeadsTo(String trouble, String says) {
    OidcMemory.forget(beans);
    Browser browser = Browser.signedOut(beans);
    Page back = browser.open("/sign-in/with/provider");
    assertThat(back.leadsTo()).isEqualTo("/sign-in?trouble=" + trouble);
    assertThat(browser.open(back.leadsTo()).notice()).contains(says);
    assertThat(password("keeper").api("/api/me").status()).isEqualTo(200);
    OidcMemory.forget(beans);
  }

  @Test
  void signing_out_tells_where_one_signs_out_of_the_provider_too() {
    PROVIDER.knows("s-otto", named("otto", List.of("ops")));
    Browser browser = in("otto");
    Page out =
        browser.press(browser.open("/settings").one("form[action='/sign-out'] button"), Map.of());
    assertThat(out.leadsTo()).isEqualTo("/sign-in?out=provider");
    assertThat(browser.open(out.leadsTo()).one("#sign-out-there").attr("href"))
        .startsWith(PROVIDER.issuer() + "/out");
    assertThat(browser.api("/api/me").status()).isEqualTo(401);
  }

  private Map<String, Object> named(String name, List<String> groups) {
    return Map.of("preferred_username", name, "groups", groups);
  }

  private Browser in(String name) {
    Browser browser = Browser.signedOut(beans);
    Page back = press(browser, browser.open("/sign-in"));
    assertThat(back.leadsTo()).as(name).isEqualTo("/sign-in");
    return browser;
  }

  /** The button, the provider's page, and back. */
  private Page press(Browser browser, Page page) {
    URI there = asked(browser, page.one("#provider").attr("href"));
    return browser.open(local(PROVIDER.agree(there)));
  }

  private static URI asked(Browser browser, String button) {
    Page sent = browser.open(button);
    assertThat(sent.status()).isEqualTo(302);
    String there = sent.headers().get("location");
    assertThat(there)
        .startsWith(PROVIDER.issuer() + "/authorize")
        .contains("code_challenge_method=S256", "state=", "nonce=");
    return URI.create(there);
  }

  private static String local(URI address) {
    return address.getRawPath() + "?" + address.getRawQuery();
  }

  private void local(String name, Role role) {
    invitations.accept(invitations.invite(role), name, name, PASSWORD);
  }

  private Browser password(String name) {
    Browser browser = Browser.signedOut(beans);
    browser.press(
        browser.open("/sign-in").one("form[action='/sign-in'] button"),
        Map.of("name", name, "password", PASSWORD));
    return browser;
  }

  private List<String> trail(String subject) {
    return jdbc.sql("select what from audit_entry where subject = :subject")
        .param("subject", subject)
        .query(String.class)
        .list();
  }
}
