package dev.evenkeel.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What was asked of the provider, kept by the browser that was sent there: an answer that comes to
 * another one, or was not asked for, is not taken.
 */
final class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  static final String COOKIE = "evenkeel_provider";

  private static final int LONGEST_WAY = 500;

  private final OidcCookies cookies;

  OidcRequests(OidcCookies cookies) {
    this.cookies = cookies;
  }

  /**
   * @param nonce that the ID token has to hold
   * @param verifier of PKCE
   * @param then where on this site one wanted to go
   */
  record Asked(
      String state,
      String nonce,
      String verifier,
      String uri,
      String clientId,
      String redirectUri,
      Set<String> scopes,
      String then) {}

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return asked(request)
        .filter(asked -> asked.state().equals(request.getParameter(OAuth2ParameterNames.STATE)))
        .map(OidcRequests::whole)
        .orElse(null);
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (asked == null) {
      cookies.forget(COOKIE, request, response);
      return;
    }
    var then = Optional.ofNullable(request.getParameter("then")).orElse("");
    cookies.keep(
        COOKIE,
        new Asked(
            String.valueOf(asked.getState()),
            String.valueOf(asked.<Object>getAttribute(OidcParameterNames.NONCE)),
            String.valueOf(asked.<Object>getAttribute(PkceParameterNames.CODE_VERIFIER)),
            asked.getAuthorizationUri(),
            asked.getClientId(),
            String.valueOf(asked.getRedirectUri()),
            asked.getScopes(),
            then.length() > LONGEST_WAY ? "" : then),
        request,
        response);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    var asked = loadAuthorizationRequest(request);
    if (asked != null) {
      cookies.forget(COOKIE, request, response);
    }
    return asked;
  }

  /** Where one wanted to go. */
  String then(HttpServletRequest request) {
    return asked(request).map(Asked::then).orElse("");
  }

  private Optional<Asked> asked(HttpServletRequest request) {
    return cookies.read(COOKIE, Asked.class, request);
  }

  private static OAuth2AuthorizationRequest whole(Asked asked) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(asked.uri())
        .clientId(asked.clientId())
        .redirectUri(asked.redirectUri())
        .state(asked.state())
        // Without openid among them, nobody would look at the ID token and its nonce.
        .scopes(asked.scopes())
        .attributes(attributes ->
            attributes.putAll(
                Map.of(
                    OAuth2ParameterNames.REGISTRATION_ID,
                    OidcProvider.ID,
                    OidcParameterNames.NONCE,
                    asked.nonce(),
                    PkceParameterNames.CODE_VERIFIER,
                    asked.verifier())))
        .build();
  }
}
