package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.identity.Authenticator;
import dev.evenkeel.server.identity.Invitations;
import dev.evenkeel.server.identity.SecondFactors;
import dev.evenkeel.server.identity.SessionCookie;
import dev.evenkeel.server.identity.Tokens;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.Browser.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From Settings to signing in with two factors, and what becomes of one that is lost. */
@ServerTest
class SecondFactorJourneyTest {
  private static final String PASSWORD = "quiet harbour at dawn";
  private static final String PAGE = "/settings/second-factor";

  @Autowired ListableBeanFactory beans;
  @Autowired JdbcClient jdbc;
  @Autowired SecondFactors factors;
  @Autowired Invitations invitations;
  @Autowired Tokens tokens;

  record Enrolled(String name, Authenticator program, List<String> codes) {}

  @Test
  void set_up_on_settings_then_asked_for_after_the_password() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    assertThat(browser.open("/settings").one("#page").text()).contains("Second factor off");
    Enrolled ann = enrol(browser);
    assertThat(browser.open("/settings").one("#page").text()).contains("Second factor on");
    Page later = browser.open(PAGE);
    assertThat(later.one("#page").text())
        .contains("10 of 10 recovery codes are left")
        .doesNotContain(ann.codes().getFirst(), ann.program().key());

    Browser elsewhere = Browser.signedOut(beans);
    Page asked = password(elsewhere, ann.name(), "/settings");
    assertThat(asked.leadsTo()).isEqualTo("/sign-in/code?then=%2Fsettings");
    Page page = elsewhere.open(asked.leadsTo());
    Page wrong = elsewhere.press(button(page, "/sign-in/code"), Map.of("code", "000000"));
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.notice()).contains("The code is wrong");

    String code = ann.program().code(Instant.now().plusSeconds(30));
    Page in = elsewhere.press(button(wrong, "/sign-in/code"), Map.of("code", code));
    assertThat(in.leadsTo()).isEqualTo("/settings");
    assertThat(elsewhere.open("/settings").status()).isEqualTo(200);

    Browser thief = Browser.signedOut(beans);
    password(thief, ann.name(), "");
    Page replayed =
        thief.press(button(thief.open("/sign-in/code"), "/sign-in/code"), Map.of("code", code));
    assertThat(replayed.status()).isEqualTo(403);
    assertThat(replayed.notice()).contains("was used already");
    assertThat(thief.open("/settings").leadsTo()).startsWith("/sign-in");
  }

  @Test
  void between_password_and_code_nothing_opens() {
    Enrolled ann = enrol(Browser.signedIn(beans, Role.ADMIN));
    Browser half = Browser.signedOut(beans);
    Page asked = password(half, ann.name(), "");
    String cookie = asked.headers().get("set-cookie");
    assertThat(cookie)
        .startsWith(SessionCookie.HALF + "=")
        .contains("Path=/sign-in/code", "HttpOnly", "SameSite=Lax");
    String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    half.keep(SessionCookie.HALF, value);
    half.keep(SessionCookie.NAME, value);
    for (String path : List.of("/", "/runs", "/settings", PAGE, "/settings/people", "/audit")) {
      assertThat(half.open(path).leadsTo()).as(path).startsWith("/sign-in");
    }
    assertThat(half.api("/api/me").status()).isEqualTo(401);
    assertThat(half.api("/metrics").status()).isEqualTo(401);
    assertThat(half.open("/sign-in/code").status()).isEqualTo(200);
    assertThat(Browser.signedOut(beans).open("/sign-in/code").leadsTo()).isEqualTo("/sign-in");
  }

  @Test
  void a_recovery_code_lets_in_once() {
    Enrolled ann = enrol(Browser.signedIn(beans, Role.VIEWER));
    String code = ann.codes().get(3);
    Browser first = Browser.signedOut(beans);
    password(first, ann.name(), "");
    assertThat(code(first, code).leadsTo()).isEqualTo("/");
    assertThat(first.open(PAGE).one("#page").text()).contains("9 of 10 recovery codes are left");
    Browser second = Browser.signedOut(beans);
    password(second, ann.name(), "");
    assertThat(code(second, code).status()).isEqualTo(403);
    String kept =
        jdbc.sql("select sha256::text from identity_recovery_code").query(String.class).list()
            + jdbc.sql("select encode(sealed, 'escape') from identity_second_factor")
                .query(String.class)
                .list()
                .toString();
    assertThat(kept).doesNotContain(ann.codes().get(4), ann.program().key().replace(" ", ""));
  }

  @Test
  void a_link_for_a_new_password_does_not_get_around_it() {
    Enrolled ann = enrol(Browser.signedIn(beans, Role.VIEWER));
    Browser finder = Browser.signedOut(beans);
    Page welcome = finder.open("/welcome?code=" + invitations.newPassword(ann.name()));
    Page next =
        finder.press(button(welcome, "/welcome"), Map.of("password", PASSWORD, "again", PASSWORD));
    assertThat(next.leadsTo()).isEqualTo("/sign-in/code");
    assertThat(finder.open("/settings").leadsTo()).startsWith("/sign-in");
  }

  @Test
  void an_administrator_takes_it_from_somebody_who_lost_it_on_record() {
    Enrolled ann = enrol(Browser.signedIn(beans, Role.VIEWER));
    Browser admin = Browser.signedIn(beans, Role.ADMIN);
    Element take =
        admin.open("/settings/people").html().select("button").stream()
            .filter(
                one -> one.attr("aria-label").equals("Take the second factor from " + ann.name()))
            .findFirst()
            .orElseThrow();
    assertThat(admin.press(take, Map.of()).leadsTo()).isEqualTo("/settings/people");
    assertThat(password(Browser.signedOut(beans), ann.name(), "").leadsTo()).isEqualTo("/");
    assertThat(
            jdbc.sql("select actor from audit_entry where what = :what and subject = :subject")
                .param("what", "second factor taken away")
                .param("subject", "/people/" + ann.name())
                .query(String.class)
                .single())
        .startsWith("admin-");
  }

  @Test
  void a_code_switches_it_off() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    Enrolled ann = enrol(browser);
    Element off = browser.open(PAGE).one("button[formaction=%s/off]".formatted(PAGE));
    assertThat(browser.press(off, Map.of("code", "000000")).status()).isEqualTo(403);
    assertThat(factors.isOn(ann.name())).isTrue();
    String code = ann.program().code(Instant.now().plusSeconds(30));
    assertThat(browser.press(off, Map.of("code", code)).leadsTo()).isEqualTo(PAGE);
    assertThat(factors.isOn(ann.name())).isFalse();
  }

  @Test
  void who_signed_in_a_while_ago_says_the_password_before_it_is_set_up_or_switched_off() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    String name = browser.open("/settings").one(".who .name").text();
    assertThat(browser.open(PAGE).html().select("input[name=password]")).isEmpty();
    aWhileAgo(name);
    Element begin = button(browser.open(PAGE), PAGE + "/begin");
    Page refused = browser.press(begin, Map.of());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.notice()).contains("The password is wrong");
    assertThat(factors.awaited(name)).isEmpty();
    assertThat(browser.press(begin, Map.of("password", PASSWORD)).leadsTo()).isEqualTo(PAGE);
    assertThat(factors.awaited(name)).isPresent();
    var program = new Authenticator(factors.awaited(name).orElseThrow());
    factors.confirm(name, program.code(Instant.now())).orElseThrow();

    Element off = browser.open(PAGE).one("button[formaction=%s/off]".formatted(PAGE));
    String code = program.code(Instant.now().plusSeconds(30));
    assertThat(browser.press(off, Map.of("code", code, "password", "a guess")).status())
        .isEqualTo(403);
    assertThat(factors.isOn(name)).isTrue();
    assertThat(browser.press(off, Map.of("code", code, "password", PASSWORD)).leadsTo())
        .isEqualTo(PAGE);
    assertThat(factors.isOn(name)).isFalse();
  }

  @Test
  void it_is_taken_and_switched_off_only_by_who_saw_the_newest() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    Enrolled ann = enrol(browser);
    Element off = browser.open(PAGE).one("button[formaction=%s/off]".formatted(PAGE));
    Browser admin = Browser.signedIn(beans, Role.ADMIN);
    Element take =
        admin
            .open("/settings/people")
            .one("button[aria-label='Take the second factor from %s']".formatted(ann.name()));
    jdbc.sql("update identity_person set version = version + 1 where name = :name")
        .param("name", ann.name())
        .update();
    assertThat(admin.press(take, Map.of()).status()).isEqualTo(412);
    assertThat(browser.press(off, Map.of("code", ann.codes().getFirst())).status()).isEqualTo(412);
    assertThat(factors.isOn(ann.name())).isTrue();
    assertThat(factors.of(ann.name()).codesLeft()).as("no code is spent for it").isEqualTo(10);
  }

  private void aWhileAgo(String name) {
    jdbc.sql(
            "update identity_session set created_at = created_at - interval '11 minutes' where person = :name")
        .param("name", name)
        .update();
  }

  @Test
  void a_token_that_is_called_like_somebody_does_not_touch_what_is_theirs() {
    Enrolled ann = enrol(Browser.signedIn(beans, Role.VIEWER));
    String token =
        tokens.issue(ann.name(), List.of(Role.ADMIN), Optional.empty(), Actor.EVENKEEL).text();
    Browser program = Browser.signedOut(beans);
    for (String path : List.of(PAGE + "/off", "/settings/sessions/end-others", PAGE + "/begin")) {
      Page answer =
          program.send(
              program
                  .request(path)
                  .header("Authorization", "Bearer " + token)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("code=" + ann.codes().getFirst())));
      assertThat(answer.status()).as(path).isEqualTo(403);
    }
    assertThat(factors.isOn(ann.name())).isTrue();
    Page api = program.send(program.request("/api/me").header("Authorization", "Bearer " + token));
    assertThat(api.status()).as("tokens are asked for no code").isEqualTo(200);
  }

  @Test
  void required_of_administrators_it_comes_before_everything_else() {
    Browser admin = Browser.signedIn(beans, Role.ADMIN);
    Browser viewer = Browser.signedIn(beans, Role.VIEWER);
    String form = "/settings/second-factor/required";
    assertThat(admin.press(button(admin.open("/settings"), form), Map.of()).leadsTo())
        .isEqualTo("/settings");
    try {
      for (String path : List.of("/", "/runs", "/settings", "/settings/people", "/audit")) {
        assertThat(admin.open(path).leadsTo()).as(path).isEqualTo(PAGE);
      }
      assertThat(admin.api("/api/me").status()).isEqualTo(403);
      assertThat(admin.api("/api/me").text()).contains("Administrators need a second factor here");
      assertThat(admin.api("/metrics").status()).isEqualTo(403);
      assertThat(admin.part("/settings", "/settings").headers()).containsEntry("hx-redirect", PAGE);
      assertThat(admin.open(PAGE).one("#page").text()).contains("then everything else opens");
      assertThat(viewer.open("/settings").status()).isEqualTo(200);
      enrol(admin);
      assertThat(admin.open("/settings").status()).isEqualTo(200);
    } finally {
      factors.require(false, factors.rule().version(), Actor.EVENKEEL);
    }
  }

  @Test
  void sessions_are_seen_and_ended_one_by_one_or_all_but_this() {
    Browser here = Browser.signedIn(beans, Role.VIEWER);
    String name = here.open("/settings").one(".who .name").text();
    Browser phone = Browser.signedOut(beans);
    Browser old = Browser.signedOut(beans);
    Browser older = Browser.signedOut(beans);
    List.of(phone, old, older).forEach(one -> password(one, name, ""));
    assertThat(phone.open("/settings").status()).isEqualTo(200);
    assertThat(here.open("/settings/sessions").html().select("tbody tr")).hasSize(4);
    assertThat(phone.open("/settings/sessions").html().select("tbody tr").first().text())
        .contains("Java-http-client", "127.0.0.1", "this one");

    Element end =
        phone.open("/settings/sessions").html().select("form[action$=/end] button").last();
    assertThat(phone.press(end, Map.of()).leadsTo()).isEqualTo("/settings/sessions");
    assertThat(phone.open("/settings/sessions").html().select("tbody tr")).hasSize(3);
    Element others = button(phone.open("/settings/sessions"), "/settings/sessions/end-others");
    phone.press(others, Map.of());
    assertThat(phone.open("/settings/sessions").html().select("tbody tr")).hasSize(1);
    for (Browser ended : List.of(here, old, older)) {
      assertThat(ended.open("/settings").leadsTo()).startsWith("/sign-in");
    }
    Browser stranger = Browser.signedIn(beans, Role.ADMIN);
    assertThat(stranger.press(end, csrf(stranger)).status()).as("of others").isEqualTo(404);
  }

  private Map<String, String> csrf(Browser browser) {
    String id =
        jdbc.sql("select id::text from identity_session order by created_at limit 1")
            .query(String.class)
            .single();
    return Map.of(
        "id",
        id,
        "_csrf",
        browser.open("/settings").html().select("input[name=_csrf]").first().attr("value"));
  }

  private Enrolled enrol(Browser browser) {
    Page before = browser.open(PAGE);
    String name = before.one(".who .name").text();
    assertThat(browser.press(button(before, PAGE + "/begin"), Map.of()).leadsTo()).isEqualTo(PAGE);
    Page page = browser.open(PAGE);
    var program = new Authenticator(page.one("#key").text());
    assertThat(read(page.one("svg.qr")))
        .startsWith("otpauth://totp/Evenkeel:" + name)
        .contains("secret=" + program.key().replace(" ", "") + "&issuer=Evenkeel");
    Page wrong = browser.press(button(page, PAGE + "/confirm"), Map.of("code", "000000"));
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(factors.isOn(name)).isFalse();
    Page done =
        browser.press(button(page, PAGE + "/confirm"), Map.of("code", program.code(Instant.now())));
    List<String> codes = done.html().select("#codes li").eachText();
    assertThat(codes).hasSize(10);
    return new Enrolled(name, program, codes);
  }

  private Page password(Browser browser, String name, String then) {
    Page page = browser.open(then.isEmpty() ? "/sign-in" : "/sign-in?then=" + then);
    return browser.press(button(page, "/sign-in"), Map.of("name", name, "password", PASSWORD));
  }

  private Page code(Browser browser, String code) {
    return browser.press(
        button(browser.open("/sign-in/code"), "/sign-in/code"), Map.of("code", code));
  }

  private static Element button(Page page, String action) {
    return page.html().select("form[action=%s] button".formatted(action)).first();
  }

  /** As the camera of a phone does it. */
  private static String read(Element svg) {
    int size = Integer.parseInt(svg.attr("viewBox").split(" ")[2]);
    var modules = new BitMatrix(size - 8);
    var runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)").matcher(svg.select("path").attr("d"));
    while (runs.find()) {
      for (int x = 0; x < Integer.parseInt(runs.group(3)); x++) {
        modules.set(Integer.parseInt(runs.group(1)) + x - 4, Integer.parseInt(runs.group(2)) - 4);
      }
    }
    try {
      return new Decoder().decode(modules).getText();
    } catch (com.google.zxing.ReaderException e) {
      throw new AssertionError(e);
    }
  }
}
