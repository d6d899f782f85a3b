package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who the provider says somebody is.
 *
 * @param subject the provider's own name for them: who they are here is looked up by it alone
 * @param name the sign-in name they would have here; what the provider calls them
 * @param email where they are written to; only what the provider has verified
 * @param grants what their groups bring
 * @param strong whether they showed a second factor there
 */
record OidcIdentity(
    String issuer,
    String subject,
    String name,
    String displayName,
    Optional<String> email,
    List<Grant> grants,
    boolean strong) {
  /** RFC 8176: more than one factor was used. */
  private static final String SEVERAL_FACTORS = "mfa";

  OidcIdentity {
    grants = List.copyOf(grants);
  }

  /**
   * @param proved claims of the signed ID token
   * @param all these, and what else the provider tells of them
   */
  static OidcIdentity of(
      Map<String, Object> proved, Map<String, Object> all, OidcSettings settings) {
    var name = text(all, settings.nameClaim()).orElse("").strip().toLowerCase(Locale.ROOT);
    return new OidcIdentity(
        text(proved, "iss").orElse(""),
        text(proved, "sub").orElse(""),
        name,
        text(all, "name").filter(shown -> !shown.isBlank()).orElse(name),
        text(all, "email").filter(_ -> "true".equals(text(all, "email_verified").orElse(""))),
        grants(groups(all, settings.groupsClaim()), settings),
        strings(proved.get("amr")).contains(SEVERAL_FACTORS)
            || text(proved, "acr").filter(settings.strongAcrs()::contains).isPresent());
  }

  private static List<Grant> grants(Set<String> groups, OidcSettings settings) {
    return settings.groupRoles().stream()
        .filter(rule -> groups.contains(rule.group()))
        .map(OidcSettings.GroupRole::grant)
        .distinct()
        .toList();
  }

  /** With what they get who are viewers at least. */
  OidcIdentity viewing() {
    var more = new ArrayList<>(grants);
    if (more.stream().noneMatch(grant -> grant.team().isEmpty())) {
      more.add(Grant.everywhere(Role.VIEWER));
    }
    return new OidcIdentity(issuer, subject, name, displayName, email, more, strong);
  }

  private static Set<String> groups(Map<String, Object> claims, String path) {
    @Nullable Object found = claims.get(path);
    if (found == null) {
      found = claims;
      for (String step : path.split("\\.")) {
        found = found instanceof Map<?, ?> map ? map.get(step) : null;
      }
    }
    return strings(found).stream().map(OidcSettings::plain).collect(Collectors.toSet());
  }

  private static List<String> strings(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Collection<?> several ->
          several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case String one -> List.of(one);
      default -> List.of();
    };
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    return switch (claims.get(name)) {
      case null -> Optional.empty();
      case Object value -> Optional.of(value.toString());
    };
  }
}
