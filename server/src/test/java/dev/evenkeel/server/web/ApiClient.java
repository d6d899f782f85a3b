package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.Tokens;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program with a token of its own. */
public final class ApiClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final String token;

  private ApiClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /** An answer of the server. */
  public record Answer(int status, HttpResponse<String> response) {
    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String text() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** What a problem says. */
    public String says() {
      return json().path("detail").asString();
    }
  }

  public static ApiClient of(BeanFactory server, Role... roles) {
    return of(server, List.of(roles), Actor.EVENKEEL);
  }

  public static ApiClient of(BeanFactory server, List<Role> roles) {
    return of(server, roles, Actor.EVENKEEL);
  }

  /** With a token that somebody issued. */
  public static ApiClient of(BeanFactory server, List<Role> roles, Actor issuer) {
    String port = server.getBean(Environment.class).getRequiredProperty("local.server.port");
    String token =
        server
            .getBean(Tokens.class)
            .issue("test-" + UUID.randomUUID(), roles, Optional.empty(), issuer)
            .text();
    return new ApiClient(URI.create("http://127.0.0.1:" + port), token);
  }

  /** The same server with another token. */
  public ApiClient with(String other) {
    return new ApiClient(server, other);
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  public Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  public Answer put(String path, String body, String... headers) {
    return send("PUT", path, body, headers);
  }

  public Answer delete(String path, String... headers) {
    return send("DELETE", path, "", headers);
  }

  private Answer send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
