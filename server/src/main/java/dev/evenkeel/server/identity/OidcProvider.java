package dev.evenkeel.server.identity;

import dev.evenkeel.server.secrets.SecretStore;
import dev.evenkeel.server.shared.Download;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the provider says of itself. It is asked when somebody signs in with it, not when the server
 * starts: without it, people with a password still come in.
 */
@Component
class OidcProvider implements ClientRegistrationRepository {
  /** What addresses of the sign-in call it; there is one. */
  static final String ID = "provider";

  private static final Duration KEPT_FOR = Duration.ofHours(1);
  private static final Download DOWNLOAD = new Download(Duration.ofSeconds(10), 1_000_000);
  private static final JsonMapper JSON = new JsonMapper();

  private final OidcSettings settings;
  private final SecretStore secrets;
  private final Clock clock;
  private volatile Optional<Known> known = Optional.empty();

  private record Known(Map<String, Object> said, Instant at) {}

  OidcProvider(OidcSettings settings, SecretStore secrets, Clock clock) {
    this.settings = settings;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!ID.equals(id) || !settings.on()) {
      return null;
    }
    var said = said();
    try {
      return ClientRegistrations.fromOidcConfiguration(said)
          .registrationId(ID)
          .clientId(settings.clientId())
          .clientSecret(secret())
          .clientName(settings.shownName())
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .redirectUri("{baseUrl}" + OidcSignIn.BACK + "/{registrationId}")
          .scope(settings.scopeNames())
          .build();
    } catch (IllegalArgumentException | IllegalStateException unfit) {
      throw new OidcTroubled(
          OidcTrouble.DISCOVERY,
          "%s lacks what a provider must say: %s".formatted(document(), unfit.getMessage()));
    }
  }

  /** Where one signs out there; it is only known after somebody has signed in. */
  Optional<URI> signOut() {
    return known
        .map(one -> one.said().get("end_session_endpoint"))
        .map(Object::toString)
        .filter(address -> address.startsWith("http"))
        .map(URI::create);
  }

  /** What it said is asked for again. */
  void forget() {
    known = Optional.empty();
  }

  private String secret() {
    return Optional.of(settings.clientSecret())
        .filter(secret -> !secret.isBlank())
        .or(() -> secrets.open(OidcSettings.SECRET))
        .orElseThrow(() ->
            new OidcTroubled(
                OidcTrouble.SECRET,
                "There is neither EVENKEEL_OIDC_CLIENT_SECRET nor a secret "
                    + OidcSettings.SECRET));
  }

  private Map<String, Object> said() {
    var now = clock.instant();
    return known
        .filter(one -> one.at().plus(KEPT_FOR).isAfter(now))
        .orElseGet(() -> {
          var fresh = new Known(ask(), now);
          known = Optional.of(fresh);
          return fresh;
        })
        .said();
  }

  private Map<String, Object> ask() {
    var answer = fetch();
    if (answer.statusCode() / 100 == 5) {
      throw away("it answers with %d".formatted(answer.statusCode()));
    }
    if (answer.statusCode() != 200) {
      throw new OidcTroubled(
          OidcTrouble.DISCOVERY,
          "%s answers with %d: is EVENKEEL_OIDC_ISSUER right?"
              .formatted(document(), answer.statusCode()));
    }
    Map<String, Object> said;
    try {
      said = JSON.readValue(answer.body(), new TypeReference<>() {});
    } catch (JacksonException e) {
      throw new OidcTroubled(
          OidcTrouble.DISCOVERY, "%s is no JSON object: %s".formatted(document(), e.getMessage()));
    }
    // Another issuer's tokens would be taken for this one's.
    if (!settings.issuer().equals(said.get("issuer"))) {
      throw new OidcTroubled(
          OidcTrouble.DISCOVERY,
          "%s says that its issuer is '%s'; EVENKEEL_OIDC_ISSUER is '%s'. They must be the same,"
                  .formatted(document(), said.get("issuer"), settings.issuer())
              + " letter by letter.");
    }
    return said;
  }

  private HttpResponse<String> fetch() {
    try {
      return DOWNLOAD.get(
          HttpRequest.newBuilder(URI.create(document()))
              .header("Accept", "application/json")
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw away(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("nobody waited for it");
    }
  }

  private OidcTroubled away(@Nullable String why) {
    return new OidcTroubled(OidcTrouble.AWAY, "%s cannot be had: %s".formatted(document(), why));
  }

  private String document() {
    return settings.issuer().replaceFirst("/+$", "") + "/.well-known/openid-configuration";
  }
}
