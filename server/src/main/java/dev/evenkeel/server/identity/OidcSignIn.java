package dev.evenkeel.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Signing in with the provider: authorization code, PKCE, state and nonce, all by Spring Security.
 * Whom it lets in is decided by {@link OidcDesk}; nothing of the provider's is kept.
 */
@Component
class OidcSignIn {
  /** Where the button leads. */
  static final String START = "/sign-in/with";

  /** Where the provider sends people back to. */
  static final String BACK = "/sign-in/back";

  /** Where somebody whom nobody knows here says who they are. */
  static final String LINK = "/sign-in/link";

  private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OidcSettings settings;
  private final OidcProvider provider;
  private final OidcDesk desk;
  private final OidcCookies cookies;
  private final OidcRequests requests;
  private final Clock clock;

  OidcSignIn(
      OidcSettings settings,
      OidcProvider provider,
      OidcDesk desk,
      OidcCookies cookies,
      Clock clock) {
    this.settings = settings;
    this.provider = provider;
    this.desk = desk;
    this.cookies = cookies;
    this.requests = new OidcRequests(cookies);
    this.clock = clock;
  }

  void into(HttpSecurity http) {
    if (!settings.on()) {
      return;
    }
    var resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, START);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    http.oauth2Login(login ->
        login
            .loginPage("/sign-in")
            .clientRegistrationRepository(provider)
            .authorizedClientRepository(new NothingKept())
            .authorizationEndpoint(endpoint ->
                endpoint
                    .authorizationRequestResolver(resolver)
                    .authorizationRequestRepository(requests))
            .redirectionEndpoint(endpoint -> endpoint.baseUri(BACK + "/*"))
            .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
            .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users()))
            .successHandler(this::arrived)
            .failureHandler(this::failed)
            .withObjectPostProcessor(
                new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                  @Override
                  public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(
                      O filter) {
                    filter.setAuthenticationFailureHandler(OidcSignIn.this::failed);
                    return filter;
                  }
                }));
  }

  private void arrived(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    // Who somebody is at the provider is nobody here.
    SecurityContextHolder.clearContext();
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("There is no ID token, though openid was asked for");
    }
    var who = OidcIdentity.of(user.getIdToken().getClaims(), user.getClaims(), settings);
    var then = requests.then(request);
    var onward = then.isEmpty() ? "" : "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
    try {
      switch (desk.arrive(who, place(request))) {
        case OidcDesk.Arrived.Aboard(var session) -> {
          response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.of(session, request).toString());
          // The page of the sign-in knows where on this site one may go.
          response.sendRedirect("/sign-in" + onward);
        }
        case OidcDesk.Arrived.CodeAwaited(var half) -> {
          response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.half(half, request).toString());
          response.sendRedirect("/sign-in/code" + onward);
        }
        case OidcDesk.Arrived.Unknown() -> {
          cookies.keep(OidcDesk.COOKIE, who, request, response);
          response.sendRedirect(LINK + onward);
        }
      }
    } catch (OidcTroubled troubled) {
      failed(request, response, troubled);
    }
  }

  private void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    SecurityContextHolder.clearContext();
    var trouble = trouble(why);
    log.warn("Nobody signed in with {}: {}, {}", settings.issuer(), trouble, said(why));
    response.sendRedirect("/sign-in?trouble=" + trouble.name().toLowerCase(Locale.ROOT));
  }

  private static String said(Throwable why) {
    var words = new StringBuilder(String.valueOf(why.getMessage()));
    for (var cause = why.getCause(); cause != null; cause = cause.getCause()) {
      words.append("; ").append(cause.getMessage());
    }
    return words.toString().replaceAll("\\p{Cntrl}", " ");
  }

  /** What it is, from what the library says of it. */
  private static OidcTrouble trouble(Throwable why) {
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      if (cause instanceof OidcTroubled known) {
        return known.trouble();
      }
      if (cause instanceof ResourceAccessException || cause instanceof IOException) {
        return OidcTrouble.AWAY;
      }
    }
    var words = said(why);
    return why instanceof OAuth2AuthenticationException oauth
        ? switch (oauth.getError().getErrorCode()) {
          case "access_denied", "login_required", "consent_required" -> OidcTrouble.DENIED;
          case "authorization_request_not_found", "invalid_state_parameter" -> OidcTrouble.LATE;
          case "invalid_client", "unauthorized_client", "client_id_mismatch" -> OidcTrouble.CLIENT;
          case "temporarily_unavailable", "server_error" -> OidcTrouble.AWAY;
          default ->
              words.matches(".*(expired|used before|\\biat=|\\bexp=).*")
                  ? OidcTrouble.CLOCK
                  : OidcTrouble.OTHER;
        }
        : OidcTrouble.OTHER;
  }

  private static Sessions.Place place(HttpServletRequest request) {
    var program = request.getHeader(HttpHeaders.USER_AGENT);
    return new Sessions.Place(request.getRemoteAddr(), program == null ? "" : program);
  }

  private static SimpleClientHttpRequestFactory patient() {
    var factory = new SimpleClientHttpRequestFactory();
    factory.setConnectTimeout(PATIENCE);
    factory.setReadTimeout(PATIENCE);
    return factory;
  }

  private static RestClientAuthorizationCodeTokenResponseClient tokens() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(patient())
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  private static OidcUserService users() {
    var rest = new RestTemplate(patient());
    rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    var plain = new DefaultOAuth2UserService();
    plain.setRestOperations(rest);
    var users = new OidcUserService();
    users.setOauth2UserService(plain);
    // Not every provider has it; what counts is in the ID token.
    users.setRetrieveUserInfo(asked ->
        StringUtils.hasText(
            asked.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri()));
    return users;
  }

  /** Reads ID tokens; keeps the provider's keys between sign-ins. */
  JwtDecoderFactory<ClientRegistration> decoders() {
    Map<String, NimbusJwtDecoder> known = new ConcurrentHashMap<>();
    return registration -> {
      var keys = String.valueOf(registration.getProviderDetails().getJwkSetUri());
      return known.computeIfAbsent(keys, _ -> decoder(registration, keys));
    };
  }

  private NimbusJwtDecoder decoder(ClientRegistration registration, String keys) {
    // Public keys only: "none", or a secret taken for a key, is no signature.
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .restOperations(new RestTemplate(patient()))
            .jwsAlgorithms(
                algorithms -> algorithms.addAll(Arrays.asList(SignatureAlgorithm.values())))
            .build();
    var times = new JwtTimestampValidator();
    times.setClock(clock);
    var claims = new OidcIdTokenValidator(registration);
    claims.setClock(clock);
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }

  /** Tokens of the provider have told who somebody is; they are used for nothing else. */
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
  }
}
