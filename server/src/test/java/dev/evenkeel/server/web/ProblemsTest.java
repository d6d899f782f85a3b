package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.identity.Tokens;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the API refuses is a problem document, over a real connection. */
@ServerTest
class ProblemsTest {
  @LocalServerPort int port;
  @Autowired Tokens tokens;

  private final HttpClient client = HttpClient.newHttpClient();
  private String admin;

  @BeforeEach
  void issueToken() {
    admin = token(Role.ADMIN);
  }

  @Test
  void a_body_that_is_not_json_is_told_where_it_breaks() throws Exception {
    var answer = put("/api/secrets/db", "{\"value\":\n  oops}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"type\":\"/problems/invalid\"")
        .contains("line 2")
        .doesNotContain("jackson");
  }

  @Test
  void a_value_that_does_not_fit_is_named() throws Exception {
    var answer = post("/api/tokens", "{\"name\":\"ci\",\"role\":\"CAPTAIN\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("CAPTAIN").contains("role").doesNotContain("dev.evenkeel");
  }

  @Test
  void fields_that_break_a_rule_are_listed() throws Exception {
    var answer = post("/api/tokens", "{\"name\":\" \",\"validForDays\":0}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"name\"").contains("\"field\":\"validForDays\"");
  }

  @Test
  void refusals_of_the_domain_keep_their_words() throws Exception {
    var answer = send("DELETE", "/api/secrets/none", BodyPublishers.noBody(), admin);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("\"title\":\"Not found\"")
        .contains("There is no secret 'none'.");
  }

  @Test
  void bodies_that_are_too_long_are_cut_off_whether_they_say_their_length_or_not()
      throws Exception {
    var tooLong = "{\"value\":\"" + "x".repeat(BodyLimit.BYTES) + "\"}";
    var told = put("/api/secrets/db", tooLong);
    assertThat(told.statusCode()).isEqualTo(413);
    assertThat(told.body()).contains("/problems/too-large").contains("4 MB");
    var bytes = tooLong.getBytes(StandardCharsets.UTF_8);
    var untold =
        send(
            "PUT",
            "/api/secrets/db",
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)),
            admin);
    assertThat(untold.statusCode()).isEqualTo(413);
  }

  @Test
  void a_file_at_a_task_may_be_as_long_as_the_page_says() throws Exception {
    var fits = BodyPublishers.ofByteArray(new byte[BodyLimit.FILE_BYTES]);
    assertThat(send("POST", "/api/tasks/99999999/files?name=a.bin", fits, admin).body())
        .contains("/problems/not-found");
    var tooLong = BodyPublishers.ofByteArray(new byte[BodyLimit.FILE_BYTES + 1]);
    assertThat(send("POST", "/api/tasks/99999999/files?name=a.bin", tooLong, admin).body())
        .contains("/problems/too-large", "5 MB");
  }

  @Test
  void what_is_beside_every_controller_is_a_problem_too() throws Exception {
    var nothing = send("GET", "/api/nothing", BodyPublishers.noBody(), admin);
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(nothing.body()).contains("/problems/not-found").contains("/api/nothing");
    var method = send("PATCH", "/api/secrets", BodyPublishers.noBody(), admin);
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.body()).contains("/problems/invalid");
  }

  @Test
  void rights_are_asked_for_and_named() throws Exception {
    var answer = send("GET", "/api/secrets", BodyPublishers.noBody(), token(Role.OPERATOR));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("/problems/forbidden").contains("\"needs\":\"ADMINISTER\"");
    var nobody = send("GET", "/api/me", BodyPublishers.noBody(), "ek_made-up");
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.body()).contains("/problems/not-signed-in").contains("not known");
  }

  @Test
  void a_secret_goes_in_and_only_its_name_comes_out() throws Exception {
    assertThat(put("/api/secrets/db-password", "{\"value\":\"hunter2hunter2\"}").statusCode())
        .isEqualTo(204);
    var listed = send("GET", "/api/secrets", BodyPublishers.noBody(), admin);
    assertThat(listed.body()).contains("db-password").doesNotContain("hunter2");
  }

  @Test
  void the_api_describes_itself_and_metrics_are_there() throws Exception {
    var description = send("GET", "/openapi", BodyPublishers.noBody(), token(Role.VIEWER));
    assertThat(description.body())
        .startsWith("{\"openapi\":\"3.1.")
        .contains("/api/secrets/{name}")
        .doesNotContain("\"name\":\"actor\"");
    var metrics = send("GET", "/metrics", BodyPublishers.noBody(), token(Role.VIEWER));
    assertThat(metrics.body()).contains("hikaricp_connections");
    assertThat(send("GET", "/health/readiness", BodyPublishers.noBody(), "").body())
        .isEqualTo("{\"status\":\"UP\"}");
  }

  private String token(Role role) {
    return tokens
        .issue(
            "test " + UUID.randomUUID(),
            java.util.List.of(role),
            Optional.empty(),
            Actor.person("ann"))
        .text();
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return send("PUT", path, BodyPublishers.ofString(body), admin);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, BodyPublishers.ofString(body), admin);
  }

  private HttpResponse<String> send(String method, String path, BodyPublisher body, String token)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
            .header("Content-Type", "application/json")
            .method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
