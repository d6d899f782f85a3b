package dev.evenkeel.server.execution.action.sql;

import static dev.evenkeel.server.execution.action.sql.Statements.in;

import dev.evenkeel.runbook.words.Sql;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.ActionContract;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract, kept with a PostgreSQL whose schema gets a column and loses it again. */
class SqlActionTest extends ActionContract<Sql> {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final String COLUMNS =
      "from information_schema.columns where table_name = 'account' and column_name = 'currency'";

  @BeforeEach
  void schema() {
    DATABASE.jdbc().sql("drop table if exists account, change").update();
    DATABASE.jdbc().sql("create table account (id int primary key)").update();
    DATABASE.jdbc().sql("create table change (at timestamptz default now())").update();
  }

  @Override
  protected Action<Sql> restarted() {
    return Statements.action();
  }

  @Override
  protected Sql work() {
    return in(
        DATABASE,
        "alter table account add column currency text",
        "insert into change default values");
  }

  @Override
  protected Sql undo() {
    return in(DATABASE, "alter table account drop column if exists currency");
  }

  @Override
  protected Sql look() {
    return Statements.returning("1", in(DATABASE, "select count(*) " + COLUMNS));
  }

  @Override
  protected Sql hopeless() {
    return in(
        DATABASE,
        "insert into change default values",
        "alter table no_such_table add column currency text");
  }

  @Override
  protected boolean worked() {
    return count("select count(*) " + COLUMNS) == 1;
  }

  @Override
  protected int changes() {
    return count("select count(*) from change");
  }

  @Override
  protected void leaveHalfDone() {
    List.of(
            "alter table account add column half int",
            "alter table account add column currency text")
        .forEach(sql -> DATABASE.jdbc().sql(sql).update());
  }

  private static int count(String sql) {
    return DATABASE.jdbc().sql(sql).query(Integer.class).single();
  }
}
