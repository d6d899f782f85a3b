package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.Installation;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The name in the database. It is read once and never changes. */
@Component
class InstallationId implements Installation {
  private final JdbcClient jdbc;
  private volatile Optional<String> read = Optional.empty();

  InstallationId(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String id() {
    String id =
        read.orElseGet(() ->
            jdbc.sql("select id from database_installation").query(UUID.class).single().toString());
    read = Optional.of(id);
    return id;
  }
}
