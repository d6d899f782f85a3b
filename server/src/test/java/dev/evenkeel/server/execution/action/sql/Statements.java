package dev.evenkeel.server.execution.action.sql;

import dev.evenkeel.runbook.words.Sql;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Errands;
import dev.evenkeel.server.shared.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words of statements. */
public final class Statements {
  private Statements() {}

  public static Action<Sql> action() {
    var drivers = new Drivers(new DataFolder(Path.of("no-such-folder")));
    return new SqlAction(new Connecting(drivers), new Errands());
  }

  public static Sql in(TestDatabase database, String... statements) {
    return new Sql(
        database.url(),
        Optional.of(database.user()),
        Optional.of(database.password()),
        List.of(statements),
        Map.of(),
        Optional.empty());
  }

  public static Sql returning(String value, Sql words) {
    return new Sql(
        words.url(),
        words.user(),
        words.password(),
        words.statements(),
        words.parameters(),
        Optional.of(value));
  }

  public static Sql given(Map<String, String> parameters, Sql words) {
    return new Sql(
        words.url(),
        words.user(),
        words.password(),
        words.statements(),
        parameters,
        words.equals());
  }

  public static Sql at(String url, Sql words) {
    return new Sql(
        url,
        words.user(),
        words.password(),
        words.statements(),
        words.parameters(),
        words.equals());
  }
}
