package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.identity.Invitations;
import dev.evenkeel.server.shared.Role;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From a one-time link to signed in, out and in again. */
@ServerTest
class SignInJourneyTest {
  private static final String PASSWORD = "quiet harbour at dawn";

  @Autowired MockMvc http;
  @Autowired Invitations invitations;

  @Test
  void a_link_leads_aboard_and_the_password_back_in() throws Exception {
    var code = invitations.invite(Role.OPERATOR);
    assertThat(send(get("/welcome").param("code", code)).getContentAsString())
        .contains("Welcome aboard")
        .contains("operator");

    var aboard = send(welcome(code, "ida", PASSWORD, PASSWORD));
    assertThat(aboard.getRedirectedUrl()).isEqualTo("/");
    var session = aboard.getCookie("evenkeel_session");
    assertThat(session.isHttpOnly()).isTrue();
    assertThat(aboard.getHeader("Set-Cookie")).contains("SameSite=Lax");
    assertThat(send(get("/settings").cookie(session)).getContentAsString())
        .contains("ida")
        .contains("kept by administrators");

    send(post("/sign-out").cookie(session).with(SignInJourneyTest::fromItsForm));
    assertThat(send(page("/settings").cookie(session)).getRedirectedUrl())
        .isEqualTo("/sign-in?then=%2Fsettings");

    var back =
        send(
            post("/sign-in")
                .param("name", "ida")
                .param("password", PASSWORD)
                .param("then", "/settings")
                .with(SignInJourneyTest::fromItsForm));
    assertThat(back.getRedirectedUrl()).isEqualTo("/settings");
  }

  @Test
  void what_is_refused_is_said_in_the_form_with_what_was_typed() throws Exception {
    var code = invitations.invite(Role.VIEWER);
    var differs = send(welcome(code, "vera", PASSWORD, PASSWORD + "?"));
    assertThat(differs.getStatus()).isEqualTo(400);
    assertThat(differs.getContentAsString())
        .contains("The two passwords differ")
        .contains("value=\"vera\"")
        .doesNotContain(PASSWORD);
    assertThat(send(welcome(code, "vera", "short", "short")).getContentAsString())
        .contains("5 characters; 12 to 200");
    assertThat(send(welcome(code, "vera", PASSWORD, PASSWORD)).getRedirectedUrl()).isEqualTo("/");
  }

  @Test
  void a_link_that_is_not_known_says_where_new_ones_come_from() throws Exception {
    var answer = send(page("/welcome").param("code", "made-up"));
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getContentAsString()).contains("Ask for a new one");
  }

  @Test
  void who_guesses_is_told_when_to_try_again_in_words_and_for_programs() throws Exception {
    var wrong =
        post("/sign-in")
            .param("name", "guessed")
            .param("password", "wrong")
            .with(SignInJourneyTest::fromItsForm);
    for (int n = 0; n < 5; n++) {
      assertThat(send(wrong).getStatus()).isEqualTo(403);
    }
    var braked = send(wrong);
    assertThat(braked.getStatus()).isEqualTo(429);
    assertThat(braked.getHeader("Retry-After")).matches("[12]");
    assertThat(braked.getContentAsString()).contains("Too many wrong passwords or codes.");
  }

  @Test
  void a_wrong_password_is_answered_in_place() throws Exception {
    var answer =
        send(
            post("/sign-in")
                .param("name", "nobody")
                .param("password", "wrong")
                .with(SignInJourneyTest::fromItsForm));
    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getContentAsString()).contains("Name or password is wrong");
    assertThat(answer.getCookie("evenkeel_session")).isNull();
  }

  @Test
  void forms_of_other_sites_are_turned_down() throws Exception {
    var answer = send(post("/sign-in").param("name", "a").param("password", "b"));
    assertThat(answer.getStatus()).isEqualTo(403);
  }

  @Test
  void signing_in_never_leads_to_another_site() throws Exception {
    var session = send(welcome(invitations.invite(Role.VIEWER), "otto", PASSWORD, PASSWORD));
    for (var elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil"}) {
      var answer = send(get("/sign-in").param("then", elsewhere).cookie(sessionOf(session)));
      assertThat(answer.getRedirectedUrl()).isEqualTo("/");
    }
  }

  @Test
  void pages_forbid_whatever_is_not_theirs() throws Exception {
    var page = send(get("/sign-in"));
    assertThat(page.getHeader("Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.getContentAsString())
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContainPattern("\\sstyle=")
        .doesNotContainPattern("\\son[a-z]+=");
  }

  @Test
  void colours_are_as_the_reader_wants_them() throws Exception {
    var switched = send(post("/theme").param("theme", "dark").with(SignInJourneyTest::fromItsForm));
    assertThat(send(get("/sign-in").cookie(switched.getCookies())).getContentAsString())
        .contains("data-theme=\"dark\"");
    assertThat(send(get("/sign-in")).getContentAsString()).contains("data-theme=\"system\"");
  }

  @Test
  void htmx_is_sent_to_the_sign_in_page_as_a_whole() throws Exception {
    var answer = send(get("/settings").header("HX-Request", "true"));
    assertThat(answer.getHeader("HX-Redirect")).isEqualTo("/sign-in");
  }

  private static MockHttpServletRequestBuilder welcome(
      String code, String name, String password, String again) {
    return post("/welcome")
        .param("code", code)
        .param("name", name)
        .param("password", password)
        .param("again", again)
        .with(SignInJourneyTest::fromItsForm);
  }

  /**
   * With the cookie and the token of a form. Spring's own {@code csrf()} would make the server keep
   * tokens in sessions from then on, for every test that shares it.
   */
  private static MockHttpServletRequest fromItsForm(MockHttpServletRequest request) {
    byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    Cookie[] before = request.getCookies();
    request.setCookies(
        Stream.concat(
                before == null ? Stream.empty() : Stream.of(before),
                Stream.of(new Cookie("XSRF-TOKEN", new String(token, StandardCharsets.US_ASCII))))
            .toArray(Cookie[]::new));
    // masked with zeros
    byte[] masked = new byte[2 * token.length];
    System.arraycopy(token, 0, masked, token.length, token.length);
    request.setParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked));
    return request;
  }

  private static MockHttpServletRequestBuilder page(String path) {
    return get(path).header("Accept", "text/html");
  }

  private static Cookie sessionOf(MockHttpServletResponse response) {
    return response.getCookie("evenkeel_session");
  }

  private MockHttpServletResponse send(RequestBuilder request) throws Exception {
    return http.perform(request).andReturn().getResponse();
  }
}
