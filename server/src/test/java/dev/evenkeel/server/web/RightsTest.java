package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.identity.FilesInForms;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
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
          "GET /welcome",
          "POST /welcome",
          "POST /theme",
          "GET /calendars/{secret}/{kind:teams|systems}/{name}.ics");

  @Autowired List<RequestMappingHandlerMapping> mappings;
  @Autowired MockMvc http;

  record Endpoint(HttpMethod method, String path, HandlerMethod handler) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @Test
  void every_controller_says_which_role_it_needs() {
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
  void whatever_takes_files_asks_for_what_forms_with_files_are_let_in_with() {
    assertThat(endpoints())
        .filteredOn(RightsTest::takesFiles)
        .hasSizeGreaterThan(3)
        .allSatisfy(endpoint ->
            assertThat(role(endpoint).covers(FilesInForms.NEEDED)).as("%s", endpoint).isTrue());
  }

  private static boolean takesFiles(Endpoint endpoint) {
    return Arrays.stream(endpoint.handler().getMethodParameters())
        .map(parameter -> parameter.getGenericParameterType().getTypeName())
        .anyMatch(type -> type.contains("Multipart"));
  }

  private static Role role(Endpoint endpoint) {
    var method = endpoint.handler().getMethodAnnotation(Needs.class);
    return (method == null
            ? AnnotatedElementUtils.findMergedAnnotation(
                endpoint.handler().getBeanType(), Needs.class)
            : method)
        .value();
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
    return endpoint.path().replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
  }
}
