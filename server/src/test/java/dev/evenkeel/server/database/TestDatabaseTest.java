package dev.evenkeel.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  @Test
  void is_the_postgresql_of_the_product_with_all_tables() {
    assertThat(database.jdbc().sql("show server_version").query(String.class).single())
        .startsWith(PackagedPostgres.MAJOR + ".");
    assertThat(
            database
                .jdbc()
                .sql("select count(*) from flyway_schema_history where success")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  void every_test_class_has_its_own() {
    try (var other = TestDatabase.migrated().create()) {
      database.jdbc().sql("create table mine (id int)").update();
      assertThat(
              other.jdbc().sql("select to_regclass('mine')::text").query(String.class).optional())
          .isEmpty();
    }
  }
}
