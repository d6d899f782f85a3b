package dev.evenkeel.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.shared.StartRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from the claims of a provider. */
class OidcIdentityTest {
  private static final String ISSUER = "https://id.example.org/realms/main";

  @Test
  void groups_bring_the_roles_that_the_settings_say_for_everything_and_for_teams() {
    var settings = settings("admins=admin; web-crew = engineer of web;web-crew=operator of web");
    assertThat(who(Map.of("groups", List.of("/web-crew", "others")), settings).grants())
        .containsExactlyInAnyOrder(
            new Grant(Role.ENGINEER, Optional.of("web")),
            new Grant(Role.OPERATOR, Optional.of("web")));
    assertThat(who(Map.of("groups", "admins"), settings).grants())
        .containsExactly(Grant.everywhere(Role.ADMIN));
    assertThat(who(Map.of("groups", List.of("Admins", "admins2", 7)), settings).grants()).isEmpty();
    assertThat(who(Map.of(), settings).grants()).isEmpty();
  }

  @Test
  void groups_may_lie_within_another_claim() {
    var settings =
        new OidcSettings(
            ISSUER,
            "evenkeel",
            "",
            "",
            "",
            "preferred_username",
            "realm_access.roles",
            "ops=operator",
            "refused",
            "");
    var claims = Map.<String, Object>of("realm_access", Map.of("roles", List.of("ops")));
    assertThat(who(claims, settings).grants()).containsExactly(Grant.everywhere(Role.OPERATOR));
  }

  @Test
  void a_second_factor_counts_only_when_the_signed_token_says_so() {
    var settings =
        new OidcSettings(ISSUER, "e", "", "", "", "name", "groups", "", "refused", "gold 2");
    assertThat(who(Map.of("amr", List.of("pwd", "mfa")), settings).strong()).isTrue();
    assertThat(who(Map.of("amr", List.of("pwd", "otp")), settings).strong()).isFalse();
    assertThat(who(Map.of("acr", "gold"), settings).strong()).isTrue();
    assertThat(who(Map.of("acr", "1"), settings).strong()).isFalse();
    var unsigned = Map.<String, Object>of("iss", ISSUER, "sub", "7", "amr", List.of("mfa"));
    assertThat(OidcIdentity.of(Map.of("iss", ISSUER, "sub", "7"), unsigned, settings).strong())
        .isFalse();
  }

  @Test
  void who_somebody_is_comes_from_issuer_and_subject_and_nothing_else() {
    var who =
        who(
            Map.of("preferred_username", " Ann ", "name", "Ann Onymous", "email", "bob@x.org"),
            settings(""));
    assertThat(who.issuer()).isEqualTo(ISSUER);
    assertThat(who.subject()).isEqualTo("4711");
    assertThat(who.name()).isEqualTo("ann");
    assertThat(who.displayName()).isEqualTo("Ann Onymous");
    assertThat(who.toString()).doesNotContain("bob");
  }

  @Test
  void an_address_is_taken_only_when_the_provider_has_verified_it() {
    assertThat(who(Map.of("email", "ann@x.org", "email_verified", true), settings("")).email())
        .contains("ann@x.org");
    assertThat(who(Map.of("email", "ann@x.org", "email_verified", false), settings("")).email())
        .isEmpty();
    assertThat(who(Map.of("email", "ann@x.org"), settings("")).email()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"admins", "=admin", "admins=boss", "admins=engineer off web"})
  void a_wrong_rule_stops_the_start_and_says_how_rules_are_written(String rule) {
    assertThatThrownBy(() -> settings(rule))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("EVENKEEL_OIDC_ROLES says '%s'".formatted(rule))
        .extracting(refused -> ((StartRefused) refused).wayOut())
        .asString()
        .contains("GROUP=ROLE of TEAM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id.example.org", "http://id.example.org", "ftp://x", "https://", "a b"})
  void an_issuer_that_tokens_cannot_safely_come_from_stops_the_start(String issuer) {
    assertThatThrownBy(
            () -> new OidcSettings(issuer, "e", "", "", "", "name", "groups", "", "refused", ""))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("EVENKEEL_OIDC_ISSUER");
  }

  private static OidcSettings settings(String roles) {
    return new OidcSettings(
        ISSUER, "evenkeel", "", "", "openid", "preferred_username", "groups", roles, "refused", "");
  }

  private static OidcIdentity who(Map<String, Object> claims, OidcSettings settings) {
    var all = new HashMap<String, Object>(claims);
    all.put("iss", ISSUER);
    all.put("sub", "4711");
    return OidcIdentity.of(all, all, settings);
  }
}
