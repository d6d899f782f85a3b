package dev.evenkeel.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A provider that says whatever a test wants, rightly signed unless told otherwise. */
public final class MakeBelieveProvider implements AutoCloseable {
  public static final String SECRET = "a secret between two";

  private final HttpServer http;
  private final RSAKey key;
  private RSAKey signsWith;

  /** What the ID token says beside what it must. */
  private final Map<String, Object> claims = new LinkedHashMap<>();

  private String issuer;
  private String challenge = "";
  private String nonce = "";
  private boolean away;

  public MakeBelieveProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("one").generate();
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException | JOSEException e) {
      throw new IllegalStateException(e);
    }
    signsWith = key;
    issuer = issuer();
    http.createContext("/", this::answer);
    http.start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** From now on somebody else is sitting there. */
  public MakeBelieveProvider knows(String subject, Map<String, Object> more) {
    claims.clear();
    claims.put("sub", subject);
    claims.putAll(more);
    signsWith = key;
    issuer = issuer();
    away = false;
    return this;
  }

  public void callsItself(String other) {
    issuer = other;
  }

  public void isAway() {
    away = true;
  }

  public void signsWithAnotherKey() {
    try {
      signsWith = new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What its page does when somebody agrees.
   *
   * @param asked where the browser was sent to
   * @return where it sends the browser back to
   */
  public URI agree(URI asked) {
    var parameters = parameters(asked.getRawQuery());
    challenge = parameters.getOrDefault("code_challenge", "");
    nonce = parameters.getOrDefault("nonce", "");
    return URI.create(
        parameters.get("redirect_uri") + "?code=c0de&state=" + parameters.get("state"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (away) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
        case "/keys" -> json(exchange, 200, new JWKSet(key).toJSONObject());
        case "/token" -> token(exchange);
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private Map<String, Object> discovery() {
    var said = new HashMap<String, Object>();
    said.put("issuer", issuer);
    said.put("authorization_endpoint", issuer() + "/authorize");
    said.put("token_endpoint", issuer() + "/token");
    said.put("jwks_uri", issuer() + "/keys");
    said.put("end_session_endpoint", issuer() + "/out");
    said.put("response_types_supported", java.util.List.of("code"));
    said.put("subject_types_supported", java.util.List.of("public"));
    said.put("id_token_signing_alg_values_supported", java.util.List.of("RS256"));
    return said;
  }

  private void token(HttpExchange exchange) throws IOException {
    var basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    ("evenkeel:" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
    if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      json(exchange, 401, Map.of("error", "invalid_client"));
      return;
    }
    var sent =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (!challenge.equals(challengeOf(sent.getOrDefault("code_verifier", "")))) {
      json(exchange, 400, Map.of("error", "invalid_grant", "error_description", "PKCE"));
      return;
    }
    json(
        exchange,
        200,
        Map.of("access_token", "a", "token_type", "Bearer", "expires_in", 60, "id_token", jwt()));
  }

  private static String challengeOf(String verifier) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(dev.evenkeel.server.shared.Sha256.of(verifier));
  }

  private String jwt() {
    var now = Instant.now();
    var set =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience("evenkeel")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", nonce);
    claims.forEach(set::claim);
    var jwt =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), set.build());
    try {
      jwt.sign(new RSASSASigner(signsWith));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void json(HttpExchange exchange, int status, Object what) throws IOException {
    var body = new JsonMapper().writeValueAsBytes(what);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
