package dev.evenkeel.server.execution.action.sql;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Attempts.elsewhere;
import static dev.evenkeel.server.execution.action.Attempts.with;
import static dev.evenkeel.server.execution.action.Playing.carryOut;
import static dev.evenkeel.server.execution.action.Playing.until;
import static dev.evenkeel.server.execution.action.sql.Statements.at;
import static dev.evenkeel.server.execution.action.sql.Statements.given;
import static dev.evenkeel.server.execution.action.sql.Statements.in;
import static dev.evenkeel.server.execution.action.sql.Statements.returning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.words.Sql;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.FreePort;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All statements or none, and what is said about them. */
class SqlStatementsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();
  @TempDir Path drivers;
  private final Action<Sql> action = Statements.action();

  @BeforeEach
  void table() {
    DATABASE.jdbc().sql("drop table if exists item").update();
    DATABASE
        .jdbc()
        .sql("create table item (id int primary key, name text, price numeric)")
        .update();
  }

  private String failure(Sql words) {
    return ((Outcome.Failed) carryOut(action, words)).reason();
  }

  private Map<String, String> outputs(Sql words) {
    return ((Outcome.Done) carryOut(action, words)).outputs();
  }

  private static int items() {
    return DATABASE.jdbc().sql("select count(*) from item").query(Integer.class).single();
  }

  @Test
  void nothing_is_half_applied_when_a_later_statement_fails() {
    assertThat(
            failure(
                in(
                    DATABASE,
                    "create table half (id int)",
                    "insert into item values (1)",
                    "insert into item values (1)")))
        .contains("Statement 3 of 3", "duplicate key", "23505", "Nothing was changed");
    assertThat(items()).isZero();
    assertThat(
            DATABASE
                .jdbc()
                .sql("select to_regclass('half')::text is null")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void values_are_parameters_whatever_they_hold_and_fit_the_column() {
    var words =
        given(
            Map.of("id", "7", "name", "x'); drop table item; --", "price", "1.50"),
            in(
                DATABASE,
                "insert into item values (:id, :name, :price)",
                "select price::text from item where id = :id"));

    assertThat(outputs(words)).isEqualTo(Map.of("value", "1.50", "version", "1.50", "rows", "1"));
    assertThat(DATABASE.jdbc().sql("select name from item").query(String.class).single())
        .isEqualTo("x'); drop table item; --");
  }

  @Test
  void a_forgotten_parameter_is_named() {
    assertThat(
            failure(given(Map.of("id", "1"), in(DATABASE, "insert into item values (:id, :nme)"))))
        .contains("nme", "`parameters`");
  }

  @Test
  void an_answer_that_is_not_the_wanted_one_changes_nothing() {
    assertThat(
            failure(
                returning(
                    "2", in(DATABASE, "insert into item values (1)", "select count(*) from item"))))
        .contains("returned '1', wanted '2'", "Nothing was changed");
    assertThat(items()).isZero();
  }

  @Test
  void looking_compares_and_may_not_write() {
    assertThat(
            action.observe(returning("0", in(DATABASE, "select count(*) from item")), anAttempt()))
        .isInstanceOf(Observation.Holds.class);
    assertThat(
            action.observe(returning("1", in(DATABASE, "select count(*) from item")), anAttempt()))
        .isInstanceOf(Observation.HoldsNot.class);
    assertThat(action.observe(returning("x", in(DATABASE, "select name from item")), anAttempt()))
        .isInstanceOf(Observation.HoldsNot.class);
    assertThat(action.observe(returning("1", in(DATABASE, "select 1, 2")), anAttempt()))
        .isInstanceOf(Observation.Unknown.class);
    assertThat(action.observe(returning("1", in(DATABASE, "select 1 from gone")), anAttempt()))
        .isInstanceOf(Observation.Unknown.class);
    assertThat(action.observe(in(DATABASE, "select 1"), anAttempt()))
        .isInstanceOf(Observation.Unknown.class);
    assertThat(
            action.observe(
                returning("1", in(DATABASE, "insert into item values (1) returning id")),
                anAttempt()))
        .isInstanceOfSatisfying(
            Observation.Unknown.class,
            unknown -> assertThat(unknown.why()).contains("may only read"));
    assertThat(items()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commit",
        "insert into item values (1); COMMIT",
        "  rollback",
        "/* x */ abort",
        "start transaction"
      })
  void a_statement_that_would_end_the_transaction_is_refused(String statement) {
    assertThat(failure(in(DATABASE, "insert into item values (2)", statement, "select 1/0")))
        .contains("one transaction", "leave it out");
    assertThat(items()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into item values (1, '; commit')",
        "insert into item values (1, 'x') -- ; commit",
        "do $$ begin insert into item values (1, 'commit'); end $$",
        "savepoint a; insert into item values (1); rollback to savepoint a; insert into item values (1)"
      })
  void words_inside_texts_and_comments_and_savepoints_are_no_trouble(String statement) {
    assertThat(carryOut(action, in(DATABASE, statement))).isInstanceOf(Outcome.Done.class);
    assertThat(items()).isOne();
  }

  @Test
  void says_what_cannot_be_part_of_a_transaction() {
    assertThat(failure(in(DATABASE, "vacuum item"))).contains("cannot run inside", "`exec`");
  }

  @Test
  void a_check_at_the_end_of_the_transaction_may_refuse_it() {
    DATABASE
        .jdbc()
        .sql("alter table item add constraint once unique (name) deferrable initially deferred")
        .update();
    assertThat(
            failure(
                in(
                    DATABASE,
                    "insert into item values (1, 'a')",
                    "insert into item values (2, 'a')")))
        .contains("commit was refused", "Nothing was changed");
    assertThat(items()).isZero();
  }

  @Test
  void a_statement_ends_with_the_time_of_its_step() {
    var outcome =
        carryOut(
            action, in(DATABASE, "select pg_sleep(60)"), with(anAttempt(), Duration.ofMillis(200)));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.reason()).contains("time limit"));
  }

  @Test
  void a_statement_that_waits_for_a_lock_can_be_stopped() throws Exception {
    var attempt = anAttempt();
    var words =
        in(DATABASE, "insert into item values (1)", "lock table item in access exclusive mode");
    try (var other = DATABASE.dataSource().getConnection();
        var lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("lock table item in share mode");
      assertThat(action.start(words, attempt)).isInstanceOf(Outcome.NotYet.class);
      assertThat(action.recover(words, attempt))
          .isInstanceOfSatisfying(
              Recovery.Known.class,
              known -> assertThat(known.outcome()).isInstanceOf(Outcome.NotYet.class));

      assertThat(action.stop(words, attempt)).isEmpty();
      assertThat(action.poll(words, attempt)).isInstanceOf(Outcome.Failed.class);
      other.rollback();
    }
    assertThat(items()).isZero();
  }

  @Test
  void a_server_that_began_nothing_of_it_does_not_know() {
    assertThat(action.recover(in(DATABASE, "select 1"), anAttempt()))
        .isInstanceOf(Recovery.Unknown.class);
    assertThat(action.poll(in(DATABASE, "select 1"), anAttempt()))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(action.recover(in(DATABASE, "select 1"), elsewhere(anAttempt())))
        .isInstanceOfSatisfying(
            Recovery.Known.class,
            known -> assertThat(known.outcome()).isInstanceOf(Outcome.NotYet.class));
    assertThat(action.poll(in(DATABASE, "select 1"), elsewhere(anAttempt())))
        .isInstanceOf(Outcome.NotYet.class);
    assertThat(action.stop(in(DATABASE, "select 1"), elsewhere(anAttempt()))).isPresent();
    assertThat(action.staysWhereItBegan()).as("which server is missing is said").isTrue();
  }

  @Test
  void a_connection_killed_before_the_commit_has_changed_nothing() {
    var attempt = anAttempt();
    action.start(in(DATABASE, "insert into item values (1)", "select pg_sleep(60)"), attempt);
    until(
        "killed",
        () ->
            DATABASE
                    .jdbc()
                    .sql(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'Evenkeel' and query like '%pg_sleep%'")
                    .query(Integer.class)
                    .single()
                > 0);

    assertThat(
            dev.evenkeel.server.execution.action.Playing.toTheEnd(
                () -> action,
                in(DATABASE, "select 1"),
                attempt,
                action.poll(in(DATABASE, "select 1"), attempt)))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(items()).isZero();
  }

  @Test
  void a_connection_lost_during_the_commit_is_unknown() throws Exception {
    try (var proxy = new CuttingProxy(DATABASE.url(), "COMMIT")) {
      var words = at(proxy.url(), in(DATABASE, "insert into item values (1)"));
      assertThat(carryOut(action, words))
          .isInstanceOfSatisfying(
              Outcome.Unknown.class,
              unknown -> assertThat(unknown.why()).contains("during the commit"));
    }
    until("committed all the same", () -> items() == 1);
  }

  @Test
  void says_why_there_is_no_connection() {
    var nobody = "jdbc:postgresql://127.0.0.1:%d/x".formatted(FreePort.any());
    assertThat(failure(at(nobody, in(DATABASE, "select 1"))))
        .contains("No connection to " + nobody, "as user " + DATABASE.user(), "refused");
    assertThat(failure(at(DATABASE.url() + "_gone", in(DATABASE, "select 1"))))
        .contains("does not exist", "3D000");
    assertThat(failure(at(nobody + "?password=geheim", in(DATABASE, "select 1"))))
        .contains("password=…")
        .doesNotContain("geheim");
    assertThat(failure(at("jdbc:oracle:thin:@//h/x", in(DATABASE, "select 1"))))
        .contains("no JDBC driver for jdbc:oracle", "drivers");
    assertThat(failure(in(DATABASE))).contains("no statement");
  }

  @Test
  void a_driver_put_into_the_folder_is_found_without_a_restart() throws Exception {
    var shelf = new Drivers(drivers, ClassLoader.getPlatformClassLoader());
    assertThat(shelf.of(DATABASE.url())).isEmpty();

    URL jar = org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation();
    Files.copy(Path.of(jar.toURI()), drivers.resolve("postgresql.jar"));

    assertThat(shelf.of(DATABASE.url())).isPresent();
    assertThat(List.of(shelf.of(DATABASE.url()).orElseThrow().getClass().getClassLoader()))
        .doesNotContain(org.postgresql.Driver.class.getClassLoader());
  }
}
