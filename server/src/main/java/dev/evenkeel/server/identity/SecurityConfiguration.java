package dev.evenkeel.server.identity;

import jakarta.servlet.DispatcherType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every request passes: who is it, is it forged, may it come in at all. What it may do there
 * is said by the controllers and checked by {@link RightsCheck}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
class SecurityConfiguration {
  /** Nothing from elsewhere and nothing inline: text that gets into a page cannot run. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** For everybody, signed in or not. */
  private static final String[] OPEN = {
    "/sign-in",
    "/sign-in/code",
    OidcSignIn.LINK,
    "/welcome",
    "/theme",
    "/health/**",
    "/webjars/**",
    "/assets/**",
    "/favicon.ico",
    // calendar programs cannot say who they are: the address itself is the secret
    "/calendars/**",
    // so for guests, who have no account
    "/guest/**",
    // what plans of messages mark as public; not there unless one does
    "/status",
    "/status/feed.atom",
    "/error"
  };

  /** For those too who have to set up a second factor before anything else. */
  private static final String[] ENROLLING = {
    "/settings/second-factor",
    "/settings/second-factor/begin",
    "/settings/second-factor/confirm",
    "/sign-out"
  };

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http, Tokens tokens, Sessions sessions, OidcSignIn provider) {
    provider.into(http);
    NotSignedIn notSignedIn = new NotSignedIn();
    WhoIsIt whoIsIt = new WhoIsIt(tokens, sessions);
    return http.addFilterBefore(new FilesInForms(whoIsIt, notSignedIn), CsrfFilter.class)
        // Not before the tokens of forms: what follows them makes a new one for whoever is known.
        .addFilterBefore(whoIsIt, AuthorizationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(ENROLLING)
                .authenticated()
                .anyRequest()
                .access(SecurityConfiguration::isAboard))
        .csrf(csrf ->
            csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                // A forged request carries the browser's cookie, never a token.
                .ignoringRequestMatchers(request -> WhoIsIt.bearer(request).isPresent()))
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(notSignedIn).accessDeniedHandler(new MustEnrol()))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
        .sessionManagement(
            management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private static AuthorizationDecision isAboard(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext request) {
    return new AuthorizationDecision(
        who.get() instanceof SignedIn signedIn && !signedIn.mustEnrol());
  }

  /** Found by the part of Spring Security that reads ID tokens. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(OidcSignIn provider) {
    return provider.decoders();
  }

  /** Keeps Spring Boot from inventing a user with a printed password. */
  @Bean
  AuthenticationManager noPasswordsHere() {
    return authentication -> {
      throw new ProviderNotFoundException("people sign in at the SignInDesk");
    };
  }
}
