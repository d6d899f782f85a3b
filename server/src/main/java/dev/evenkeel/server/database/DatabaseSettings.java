package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.StartRefused;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL is used.
 *
 * @param url JDBC address of a PostgreSQL; blank for the server's own
 */
@ConfigurationProperties("evenkeel.db")
public record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password) {

  /**
   * Accepts what people copy from elsewhere too: {@code postgresql://host/name}.
   *
   * @throws StartRefused when it is not the address of a PostgreSQL
   */
  public Optional<String> jdbcUrl() {
    var trimmed = url.strip();
    if (trimmed.isEmpty()) {
      return Optional.empty();
    }
    if (trimmed.startsWith("jdbc:postgresql://")) {
      return Optional.of(trimmed);
    }
    if (trimmed.matches("postgres(ql)?://[^@]+")) {
      return Optional.of("jdbc:postgresql://" + trimmed.substring(trimmed.indexOf("//") + 2));
    }
    throw new StartRefused(
        "EVENKEEL_DB_URL is not the address of a PostgreSQL: '%s'.".formatted(withoutPassword()),
        "Write it as jdbc:postgresql://HOST:5432/DATABASE, and user and password into"
            + " EVENKEEL_DB_USER and EVENKEEL_DB_PASSWORD.");
  }

  private String withoutPassword() {
    return url.strip().replaceAll("//[^/@]*@", "//…@").replaceAll("(?i)(password=)[^&]*", "$1…");
  }

  /** For messages: without the password. */
  @Override
  public String toString() {
    return user.isBlank() ? withoutPassword() : "%s (user %s)".formatted(withoutPassword(), user);
  }
}
