package dev.evenkeel.server.execution.action.sql;

import dev.evenkeel.runbook.words.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Opens connections with limits on how long anything may take. */
@Component
class Connecting {
  private static final long SECONDS_TO_CONNECT = 10;
  private static final long SECONDS_OVER_THE_LIMIT = 15;

  private final Drivers drivers;

  Connecting(Drivers drivers) {
    this.drivers = drivers;
  }

  /**
   * @param within how long the statements may take, in all
   * @throws SQLException in words for people, when there is no connection
   */
  Connection open(Sql words, Duration within) throws SQLException {
    var driver =
        drivers
            .of(words.url())
            .orElseThrow(() ->
                new SQLException(
                    "There is no JDBC driver for %s. Put its .jar into %s, or correct `url`: it begins with jdbc:"
                        .formatted(SqlTrouble.address(words), drivers.folder())));
    try {
      Connection connection = driver.connect(words.url(), properties(words, within));
      if (connection == null) {
        throw new SQLException("the driver does not take the address");
      }
      return connection;
    } catch (SQLException e) {
      throw new SQLException(
          "No connection to %s%s: %s"
              .formatted(
                  SqlTrouble.address(words),
                  words.user().map(user -> " as user " + user).orElse(""),
                  SqlTrouble.spoken(e)),
          e);
    }
  }

  private static Properties properties(Sql words, Duration within) {
    var properties = new Properties();
    words.user().ifPresent(user -> properties.setProperty("user", user));
    words.password().ifPresent(password -> properties.setProperty("password", password));
    if (words.url().startsWith("jdbc:postgresql:")) {
      properties.setProperty("ApplicationName", "Evenkeel");
      properties.setProperty("connectTimeout", Long.toString(SECONDS_TO_CONNECT));
      properties.setProperty("loginTimeout", Long.toString(SECONDS_TO_CONNECT));
      // A machine that vanished without a word; the limit of the statements ends before.
      properties.setProperty(
          "socketTimeout", Long.toString(within.toSeconds() + SECONDS_OVER_THE_LIMIT));
      // Parameters are texts; the database knows what the place of each needs.
      properties.setProperty("stringtype", "unspecified");
    }
    return properties;
  }
}
