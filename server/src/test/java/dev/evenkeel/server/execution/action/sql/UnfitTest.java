package dev.evenkeel.server.execution.action.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.words.Sql;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Databases that commit whenever the structure changes, as MariaDB and Oracle do. */
class UnfitTest {

  private static Optional<String> unfit(String... statements) throws SQLException {
    return Unfit.in(
        new Sql(
            "jdbc:x:",
            Optional.empty(),
            Optional.empty(),
            List.of(statements),
            Map.of(),
            Optional.empty()),
        committingOnItsOwn());
  }

  @Test
  void a_change_of_structure_cannot_share_a_step_there() throws SQLException {
    assertThat(unfit("insert into a values (1)", "alter table a add b int"))
        .hasValueSatisfying(
            why -> assertThat(why).contains("alter table a", "MariaDB", "a step of its own"));
  }

  @Test
  void alone_it_may_be_a_step() throws SQLException {
    assertThat(unfit("alter table a add b int")).isEmpty();
    assertThat(unfit("insert into a values (1)", "update a set b = 'drop'")).isEmpty();
  }

  private static Connection committingOnItsOwn() {
    var facts =
        Proxy.newProxyInstance(
            UnfitTest.class.getClassLoader(),
            new Class<?>[] {DatabaseMetaData.class},
            (p, method, args) ->
                switch (method.getName()) {
                  case "dataDefinitionCausesTransactionCommit" -> true;
                  case "getDatabaseProductName" -> "MariaDB";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    return (Connection)
        Proxy.newProxyInstance(
            UnfitTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (p, method, args) -> facts);
  }
}
