package dev.evenkeel.demo.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who watches the demo: joined as the administrator of its server, so that a newcomer need not.
 *
 * @param cookie what the browser must hold to be signed in, as in a {@code Set-Cookie} header
 */
public record Visitor(String name, String password, String cookie) {

  private static final String NAME = "demo";

  /**
   * Joins through the one-time link that a server prints while nobody has joined.
   *
   * @param token of the local command line: with it no page has to be read for a form's hidden key
   */
  static Visitor join(URI welcome, String token) throws IOException, InterruptedException {
    String password = randomPassword();
    String code = welcome.getRawQuery().substring("code=".length());
    String form =
        "code="
            + code
            + "&"
            + form(
                Map.of(
                    "name", NAME, "displayName", "Demo", "password", password, "again", password));
    var request =
        HttpRequest.newBuilder(welcome.resolve("/welcome"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Visitor(NAME, password, sessionOf(response));
    }
  }

  private static String sessionOf(HttpResponse<String> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("evenkeel_session="))
        .findFirst()
        .orElseThrow(() -> new Refusal(response.statusCode(), response.body()));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** 64 bits, in groups that are easily typed over. */
  private static String randomPassword() {
    var bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes).replaceAll("(.{4})(?!$)", "$1-");
  }
}
