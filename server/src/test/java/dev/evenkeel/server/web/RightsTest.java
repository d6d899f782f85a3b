package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.identity.RightsCheck;
import dev.evenkeel.server.identity.SignedIn;
import dev.evenkeel.server.identity.Tokens;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No page and no endpoint is open by oversight. */
@ServerTest
class RightsTest {
  /** For everybody: signing in, joining, the colours, being told that something is wrong. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /sign-in",
          "POST /sign-in",
          "GET /sign-in/code",
          "POST /sign-in/code",
          "GET /sign-in/link",
          "POST /sign-in/link",
          "GET /welcome",
          "POST /welcome",
          "POST /theme",
          "GET /status",
          "GET /status/feed.atom",
          "GET /calendars/{secret}/{kind:teams|systems}/{name}.ics",
          "GET /calendars/{secret}/people/{name}.ics",
          "GET /guest/{secret:[A-Za-z0-9_-]{43}}",
          "POST /guest/{secret:[A-Za-z0-9_-]{43}}/ticks",
          "POST /guest/{secret:[A-Za-z0-9_-]{43}}/comments",
          "POST /guest/{secret:[A-Za-z0-9_-]{43}}/done");

  private static final String TABLE = "rights.txt";

  @Autowired List<RequestMappingHandlerMapping> mappings;
  @Autowired MockMvc http;
  @Autowired Tokens tokens;
  @Autowired RightsCheck check;

  record Endpoint(HttpMethod method, String path, HandlerMethod handler) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @Test
  void every_controller_says_which_rights_it_needs() {
    assertThat(endpoints())
        .hasSizeGreaterThan(15)
        .allSatisfy(endpoint ->
            assertThat(says(endpoint, Needs.class) || says(endpoint, Open.class))
                .as("%s says neither @Needs nor @Open", endpoint)
                .isTrue());
  }

  @Test
  void only_a_few_are_open_to_everybody() {
    assertThat(endpoints())
        .filteredOn(endpoint ->
            !AnnotatedElementUtils.hasAnnotation(endpoint.handler().getMethod(), Needs.class)
                && says(endpoint, Open.class))
        .filteredOn(endpoint -> !endpoint.path().equals("/error"))
        .extracting(Endpoint::toString)
        .hasSameElementsAs(OPEN);
  }

  @Test
  void nobody_gets_in_without_signing_in() throws Exception {
    for (var endpoint : endpoints()) {
      if (OPEN.contains(endpoint.toString()) || endpoint.path().equals("/error")) {
        continue;
      }
      var answer = http.perform(request(endpoint.method(), url(endpoint))).andReturn();
      // A form without its token is turned down before anybody asks who sends it.
      assertThat(answer.getResponse().getStatus()).as("%s", endpoint).isIn(401, 403);
    }
  }

  /** Calendar programs cannot sign in: a part of the address that nobody guesses stands for it. */
  @Test
  void a_calendar_is_read_by_its_secret_address_alone() throws Exception {
    for (var kind : List.of("teams", "systems")) {
      var guessed = "/calendars/%s/%s/platform.ics".formatted("A".repeat(43), kind);
      var answer = http.perform(request(HttpMethod.GET, guessed)).andReturn().getResponse();
      assertThat(answer.getStatus()).isEqualTo(404);
      assertThat(answer.getContentAsString()).doesNotContain("VCALENDAR");
    }
  }

  @Test
  void whatever_takes_files_asks_for_more_than_forms_with_files_are_kept_out_with() {
    assertThat(endpoints())
        .filteredOn(RightsTest::takesFiles)
        .hasSizeGreaterThan(3)
        .allSatisfy(endpoint ->
            assertThat(needed(endpoint)).as("%s", endpoint).isNotEqualTo(List.of(Right.VIEW)));
  }

  /**
   * Who gets where, as it was decided: a new endpoint, or one that asks for something else, has to
   * be written into that file by somebody who means it.
   */
  @Test
  void every_endpoint_lets_in_exactly_the_roles_that_the_table_says() throws IOException {
    var table =
        Stream.concat(
                Stream.of(line("endpoint", "rights", "roles it lets in")),
                endpoints().stream()
                    .filter(endpoint -> !endpoint.path().equals("/error"))
                    .sorted(
                        Comparator.comparing(Endpoint::path)
                            .thenComparing(endpoint -> endpoint.method().name()))
                    .map(endpoint -> line(endpoint.toString(), says(endpoint), roles(endpoint))))
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(Path.of("target", TABLE), table);
    String decided;
    try (var file = getClass().getResourceAsStream("/golden/" + TABLE)) {
      decided = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(table)
        .as(
            "Who may do what changed. If it is meant, copy server/target/%s to"
                + " server/src/test/resources/golden/%s and look at the difference.",
            TABLE, TABLE)
        .isEqualTo(decided);
  }

  @Test
  void a_request_of_a_role_that_the_endpoint_does_not_let_in_is_refused() throws Exception {
    var elsewhere = new ArrayList<String>();
    int asked = 0;
    for (Role role : Role.values()) {
      String token =
          tokens.issue("rights-" + role, List.of(role), Optional.empty(), Actor.EVENKEEL).text();
      for (var endpoint : endpoints()) {
        if (endpoint.path().equals("/error") || letsIn(endpoint, role)) {
          continue; // what lets it in would do something
        }
        var answer =
            http.perform(
                    request(endpoint.method(), url(endpoint))
                        .header("Authorization", "Bearer " + token))
                .andReturn();
        if (answer.getResponse().getStatus() != 403) {
          elsewhere.add("%s as %s: %d".formatted(endpoint, role, answer.getResponse().getStatus()));
        }
        asked++;
      }
    }
    assertThat(elsewhere).isEmpty();
    assertThat(asked).isGreaterThan(500);
  }

  @Test
  void every_right_is_a_role_s_and_admins_have_them_all() {
    assertThat(Right.values()).allSatisfy(right -> assertThat(right.roles()).contains(Role.ADMIN));
    assertThat(Role.values()).allSatisfy(role -> assertThat(role.rights()).contains(Right.VIEW));
  }

  private static String line(String endpoint, String rights, String roles) {
    return "%-78s %-14s %s".formatted(endpoint, rights, roles).stripTrailing();
  }

  private String roles(Endpoint endpoint) {
    var in = Arrays.stream(Role.values()).filter(role -> letsIn(endpoint, role)).toList();
    return in.size() == Role.values().length
        ? "every role"
        : in.stream().map(Role::word).collect(Collectors.joining(", "));
  }

  private static String says(Endpoint endpoint) {
    var needed = needed(endpoint);
    return needed.isEmpty()
        ? "(open)"
        : needed.stream().map(Right::word).collect(Collectors.joining("+"))
            + (isByDuty(endpoint) && !needed.equals(List.of(Right.VIEW)) ? "/own task" : "");
  }

  private static boolean isByDuty(Endpoint endpoint) {
    var method = endpoint.handler().getMethodAnnotation(Needs.class);
    var needs =
        method == null
            ? AnnotatedElementUtils.findMergedAnnotation(
                endpoint.handler().getBeanType(), Needs.class)
            : method;
    return needs != null && needs.duty();
  }

  /** As the check itself decides. */
  private boolean letsIn(Endpoint endpoint, Role role) {
    SecurityContextHolder.getContext()
        .setAuthentication(new SignedIn(Actor.person("somebody"), Rights.of(role)));
    try {
      return check.preHandle(
          new MockHttpServletRequest(), new MockHttpServletResponse(), endpoint.handler());
    } catch (Refused no) {
      return false;
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private static boolean takesFiles(Endpoint endpoint) {
    return Arrays.stream(endpoint.handler().getMethodParameters())
        .map(parameter -> parameter.getGenericParameterType().getTypeName())
        .anyMatch(type -> type.contains("Multipart"));
  }

  private static List<Right> needed(Endpoint endpoint) {
    var method = endpoint.handler().getMethodAnnotation(Needs.class);
    var needs =
        method == null && !endpoint.handler().hasMethodAnnotation(Open.class)
            ? AnnotatedElementUtils.findMergedAnnotation(
                endpoint.handler().getBeanType(), Needs.class)
            : method;
    return needs == null ? List.of() : List.of(needs.value());
  }

  @Test
  void what_is_not_a_controller_is_closed_too() throws Exception {
    for (var path :
        List.of("/openapi", "/openapi.yaml", "/metrics", "/nothing-here", "/actuator")) {
      var answer = http.perform(request(HttpMethod.GET, path)).andReturn();
      assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(401);
    }
  }

  private List<Endpoint> endpoints() {
    var all = new ArrayList<Endpoint>();
    for (var mapping : mappings) {
      mapping
          .getHandlerMethods()
          .forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("dev.evenkeel")) {
              all.addAll(endpoints(info, handler));
            }
          });
    }
    return all;
  }

  private static List<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
    var methods = info.getMethodsCondition().getMethods();
    return (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
        .stream()
            .flatMap(method ->
                info.getPatternValues().stream()
                    .map(path -> new Endpoint(method.asHttpMethod(), path, handler)))
            .toList();
  }

  private static boolean says(
      Endpoint endpoint, Class<? extends java.lang.annotation.Annotation> word) {
    return AnnotatedElementUtils.hasAnnotation(endpoint.handler().getMethod(), word)
        || AnnotatedElementUtils.hasAnnotation(endpoint.handler().getBeanType(), word);
  }

  private static String url(Endpoint endpoint) {
    return endpoint
        .path()
        .replaceAll("\\{[^}:]*:\\\\d\\+}", "1")
        .replaceAll("\\{[^}:]*:([a-z-]+)[^}]*}", "$1")
        .replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
  }
}
