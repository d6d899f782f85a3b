package dev.evenkeel.server.audit.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes stores for tests that have no server. */
public final class EntryStores {
  private EntryStores() {}

  public static EntryStore of(DataSource source) {
    return new EntryStore(JdbcClient.create(source), new JdbcTemplate(source));
  }
}
