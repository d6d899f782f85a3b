package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether a PostgreSQL the user names can be used, and says in words why not: the driver's
 * exceptions arrive wrapped in five others.
 */
final class GivenPostgres {
  private static final Logger log = LoggerFactory.getLogger(GivenPostgres.class);

  /** The oldest major version still maintained by the PostgreSQL project that we test on. */
  static final int OLDEST_MAJOR = 15;

  private static final Duration STARTING_MAY_TAKE = Duration.ofMinutes(1);

  private final String url;
  private final DatabaseSettings settings;

  GivenPostgres(String url, DatabaseSettings settings) {
    this.url = url;
    this.settings = settings;
  }

  /** Returns when the database can be used. One that is just starting is waited for. */
  void require() {
    var patience = System.nanoTime() + STARTING_MAY_TAKE.toNanos();
    while (true) {
      try (var connection = connect()) {
        requireVersion(connection);
        requireWritable(connection);
        return;
      } catch (SQLException e) {
        if (!isStarting(e) || System.nanoTime() > patience) {
          throw refusal(e);
        }
        log.info("The database at {} is starting; waiting for it", url);
        pause();
      }
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    if (!settings.user().isBlank()) {
      properties.setProperty("user", settings.user());
    }
    if (!settings.password().isBlank()) {
      properties.setProperty("password", settings.password());
    }
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("loginTimeout", "15");
    return DriverManager.getConnection(url, properties);
  }

  private void requireVersion(Connection connection) throws SQLException {
    var data = connection.getMetaData();
    if (data.getDatabaseMajorVersion() < OLDEST_MAJOR) {
      throw new StartRefused(
          "The PostgreSQL at %s is version %s; Evenkeel needs %d or newer."
              .formatted(settings, data.getDatabaseProductVersion(), OLDEST_MAJOR),
          "Upgrade it, name another one in EVENKEEL_DB_URL, or leave that out to use the"
              + " PostgreSQL Evenkeel brings.");
    }
  }

  private void requireWritable(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_is_in_recovery()")) {
      if (row.next() && row.getBoolean(1)) {
        throw new StartRefused(
            "The PostgreSQL at %s is a standby and cannot be written to.".formatted(settings),
            "Name the primary, or all hosts with ?targetServerType=primary, in EVENKEEL_DB_URL.");
      }
    }
  }

  private static boolean isStarting(SQLException e) {
    return "57P03".equals(e.getSQLState());
  }

  private StartRefused refusal(SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    var wayOut =
        switch (state) {
          case "08001", "08004", "08006" ->
              "See that PostgreSQL runs there, listens on that address and lets this machine in,"
                  + " and that host and port in EVENKEEL_DB_URL are right.";
          case "28P01" -> "Correct EVENKEEL_DB_USER and EVENKEEL_DB_PASSWORD.";
          case "28000" ->
              "Let this user in from this machine in the server's pg_hba.conf, or correct"
                  + " EVENKEEL_DB_USER.";
          case "3D000" -> "Make the database (create database …) or correct its name.";
          case "53300" -> "Raise max_connections there, or end connections nobody needs.";
          default -> "Correct EVENKEEL_DB_URL, EVENKEEL_DB_USER and EVENKEEL_DB_PASSWORD.";
        };
    return new StartRefused(
        "The database at %s cannot be used: %s".formatted(settings, e.getMessage()), wayOut, e);
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", e);
    }
  }
}
