package dev.evenkeel.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GivenPostgresTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  @Test
  void takes_one_that_can_be_used() {
    assertThatCode(() -> require(database.url(), database.password())).doesNotThrowAnyException();
  }

  @Test
  void says_that_the_password_is_wrong_and_does_not_repeat_it() {
    var refused = refused(database.url() + "?password=hunter2", "");
    assertThat(refused).hasMessageContaining("password authentication failed");
    assertThat(refused.getMessage()).doesNotContain("hunter2");
    assertThat(refused.wayOut()).contains("EVENKEEL_DB_PASSWORD");
  }

  @Test
  void says_that_the_database_is_not_there() {
    var refused = refused(database.url() + "_gone", database.password());
    assertThat(refused).hasMessageContaining("_gone\" does not exist");
    assertThat(refused.wayOut()).contains("create database");
  }

  @Test
  void says_that_nothing_listens_there() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    var refused = refused("jdbc:postgresql://127.0.0.1:%d/evenkeel".formatted(free), "");
    assertThat(refused).hasMessageContaining("127.0.0.1:" + free);
    assertThat(refused.wayOut()).contains("listens on that address");
  }

  @Test
  void says_how_an_address_is_written() {
    var settings = new DatabaseSettings("mysql://me:hunter2@host/db", "", "");
    var refused = catchThrowableOfType(StartRefused.class, settings::jdbcUrl);
    assertThat(refused).hasMessageContaining("mysql://…@host/db");
    assertThat(refused.getMessage()).doesNotContain("hunter2");
    assertThat(refused.wayOut()).contains("jdbc:postgresql://HOST:5432/DATABASE");
  }

  @Test
  void understands_addresses_copied_from_other_programs() {
    assertThat(new DatabaseSettings("postgresql://db.example:5433/keel", "", "").jdbcUrl())
        .contains("jdbc:postgresql://db.example:5433/keel");
    assertThat(new DatabaseSettings(" ", "", "").jdbcUrl()).isEmpty();
  }

  private static StartRefused refused(String url, String password) {
    return catchThrowableOfType(StartRefused.class, () -> require(url, password));
  }

  private static void require(String url, String password) {
    new GivenPostgres(url, new DatabaseSettings(url, database.user(), password)).require();
  }
}
