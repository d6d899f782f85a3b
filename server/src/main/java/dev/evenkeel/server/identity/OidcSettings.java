package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.shared.ShownAddress;
import dev.evenkeel.server.shared.StartRefused;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider that people may sign in with (OpenID Connect).
 *
 * @param issuer its address; empty for none
 * @param clientId what Evenkeel is called there
 * @param clientSecret empty when it is kept as the secret {@link #SECRET}
 * @param name as the button calls it
 * @param scopes what is asked for
 * @param nameClaim where it says the sign-in name of somebody new
 * @param groupsClaim where it says the groups somebody is in; with dots into objects
 * @param roles which groups bring which roles
 * @param join what becomes of those whom nobody knows here
 * @param strongAcr values of {@code acr} that stand for a second factor
 */
@ConfigurationProperties("evenkeel.oidc")
public record OidcSettings(
    @DefaultValue("") String issuer,
    @DefaultValue("evenkeel") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("") String name,
    @DefaultValue("openid profile email") String scopes,
    @DefaultValue("preferred_username") String nameClaim,
    @DefaultValue("groups") String groupsClaim,
    @DefaultValue("") String roles,
    @DefaultValue("refused") String join,
    @DefaultValue("") String strongAcr) {
  /** The secret of the client, when no variable says it. */
  static final String SECRET = "oidc-client-secret";

  /** What becomes of those whom nobody knows here. */
  enum Join {
    /** They are told to ask an administrator. */
    REFUSED,
    /** Who is in a group that brings a role joins with it. */
    GROUPS,
    /** Everybody joins, as viewer at least. */
    VIEWER
  }

  /** A group, and the role it brings. */
  record GroupRole(String group, Grant grant) {}

  public OidcSettings {
    issuer = issuer.strip();
    if (!issuer.isEmpty()) {
      requireAddress(issuer);
    }
    joining(join);
    groupRoles(roles);
  }

  public boolean on() {
    return !issuer.isEmpty();
  }

  /** As people know the provider. */
  public String shownName() {
    return name.isBlank() && on() ? String.valueOf(URI.create(issuer).getHost()) : name.strip();
  }

  Join joins() {
    return joining(join);
  }

  /** Empty when roles are granted here only. */
  List<GroupRole> groupRoles() {
    return groupRoles(roles);
  }

  Set<String> scopeNames() {
    return Stream.concat(Stream.of("openid"), words(scopes)).collect(Collectors.toSet());
  }

  Set<String> strongAcrs() {
    return words(strongAcr).collect(Collectors.toSet());
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.strip().split("[\\s,]+")).filter(word -> !word.isEmpty());
  }

  private static void requireAddress(String issuer) {
    Optional<URI> address = Optional.empty();
    try {
      address = Optional.of(URI.create(issuer)).filter(one -> one.getHost() != null);
    } catch (IllegalArgumentException _) {
      // said below
    }
    boolean fits =
        address
            .filter(one ->
                "https".equals(one.getScheme())
                    || ("http".equals(one.getScheme())
                        && one.getHost().matches("localhost|127\\..*|\\[::1]")))
            .isPresent();
    if (!fits) {
      throw new StartRefused(
          "EVENKEEL_OIDC_ISSUER is '%s', which is no https address."
              .formatted(ShownAddress.of(issuer)),
          "Give the issuer as the provider writes it, such as https://id.example.org/realms/main"
              + " (http only on this machine), or leave it out.");
    }
  }

  private static Join joining(String text) {
    try {
      return Join.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new StartRefused(
          "EVENKEEL_OIDC_JOIN is '%s'.".formatted(text),
          "It is refused (nobody joins by signing in), groups (who is in a group that brings a"
              + " role) or viewer (everybody).");
    }
  }

  private static List<GroupRole> groupRoles(String text) {
    return Arrays.stream(text.split("[;\\n]"))
        .filter(rule -> !rule.isBlank())
        .map(OidcSettings::groupRole)
        .toList();
  }

  private static GroupRole groupRole(String rule) {
    int equals = rule.lastIndexOf('=');
    var group = equals < 0 ? "" : plain(rule.substring(0, equals));
    var role = rule.substring(equals + 1).strip().split("\\s+of\\s+", 2);
    try {
      if (group.isEmpty()) {
        throw new Refused(Refused.Kind.INVALID, "It names no group.");
      }
      var team = role.length == 2 ? Optional.of(role[1].strip()) : Optional.<String>empty();
      return new GroupRole(group, new Grant(Role.named(role[0]), team));
    } catch (Refused wrong) {
      throw new StartRefused(
          "EVENKEEL_OIDC_ROLES says '%s'. %s".formatted(rule.strip(), wrong.getMessage()),
          "Write GROUP=ROLE or GROUP=ROLE of TEAM, with ';' between, such as"
              + " 'evenkeel-admins=admin; web-crew=engineer of web'.");
    }
  }

  /** Some providers write groups as paths. */
  static String plain(String group) {
    return group.strip().replaceFirst("^/", "");
  }

  /** For messages: without the secret. */
  @Override
  public String toString() {
    return on() ? "%s as %s".formatted(issuer, clientId) : "none";
  }
}
