package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.DataFolder;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The database this server works on: the one it was given, or its own, which ends with it. */
final class Database implements JdbcConnectionDetails, AutoCloseable {
  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;
  private final Runnable stopOwn;

  private Database(String url, @Nullable String user, @Nullable String password, Runnable stopOwn) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.stopOwn = stopOwn;
  }

  static Database open(DatabaseSettings settings, DataFolder folder, Path cache) {
    var given = settings.jdbcUrl();
    if (given.isPresent()) {
      new GivenPostgres(given.get(), settings).require();
      return new Database(
          given.get(), orNull(settings.user()), orNull(settings.password()), () -> {});
    }
    var own = OwnPostgres.start(cache, folder, Map.of());
    return new Database(own.url(), Cluster.USER, own.password(), own::close);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  @Override
  public @Nullable String getUsername() {
    return user;
  }

  @Override
  public @Nullable String getPassword() {
    return password;
  }

  @Override
  public String getJdbcUrl() {
    return url;
  }

  @Override
  public void close() {
    stopOwn.run();
  }
}
