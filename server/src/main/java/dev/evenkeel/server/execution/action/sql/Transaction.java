package dev.evenkeel.server.execution.action.sql;

import dev.evenkeel.runbook.words.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** The statements of a step, carried out one after the other on a connection. */
final class Transaction {

  /**
   * What came of the statements, nothing of it committed yet.
   *
   * @param rows how many rows were changed, by all of them
   * @param answer what the last one returned
   */
  record Carried(long rows, Answer answer) {}

  /** What a statement returned. */
  sealed interface Answer {
    record Nothing() implements Answer {}

    record OneValue(@Nullable String value) implements Answer {}

    record Many() implements Answer {}
  }

  /** A statement failed, or was never tried. */
  static final class Stopped extends Exception {
    private final String says;

    Stopped(String says, @Nullable Throwable cause) {
      super(says, cause);
      this.says = says;
    }

    String says() {
      return says;
    }
  }

  private final Sql words;
  private final long deadline;
  private final AtomicReference<Optional<Statement>> running =
      new AtomicReference<>(Optional.empty());
  private volatile boolean cancelled;

  /**
   * @param within how long all statements may take together
   */
  Transaction(Sql words, Duration within) {
    this.words = words;
    this.deadline = System.nanoTime() + within.toNanos();
  }

  /** Asks the database to end what runs; may be called from any thread. */
  void cancel() {
    cancelled = true;
    running
        .get()
        .ifPresent(statement -> {
          try {
            statement.cancel();
          } catch (SQLException e) {
            // The thread that waits for the statement is interrupted next.
          }
        });
  }

  Carried carryOut(Connection connection) throws Stopped {
    long rows = 0;
    Answer answer = new Answer.Nothing();
    for (int i = 0; i < words.statements().size(); i++) {
      try (var statement = statement(connection, words.statements().get(i))) {
        statement.setQueryTimeout(secondsLeft());
        running.set(Optional.of(statement));
        goOnUnlessCancelled();
        var carried = execute(statement, words.statements().get(i));
        rows += carried.rows();
        answer = carried.answer();
      } catch (SQLException e) {
        throw new Stopped(SqlTrouble.inStatement(words, i + 1, e), e);
      } catch (InvalidDataAccessApiUsageException e) {
        throw new Stopped(
            "Statement %d of %d: %s. Give it in `parameters`. Nothing was changed."
                .formatted(i + 1, words.statements().size(), e.getMessage()),
            e);
      } finally {
        running.set(Optional.empty());
      }
    }
    goOnUnlessCancelled();
    return new Carried(rows, answer);
  }

  private void goOnUnlessCancelled() throws Stopped {
    if (cancelled) {
      throw new Stopped("It was stopped. Nothing was changed.", null);
    }
  }

  private Statement statement(Connection connection, String sql) throws SQLException {
    if (words.parameters().isEmpty()) {
      return connection.createStatement();
    }
    var values = NamedParameterUtils.buildValueArray(sql, words.parameters());
    var statement =
        connection.prepareStatement(
            NamedParameterUtils.substituteNamedParameters(
                sql, new MapSqlParameterSource(words.parameters())));
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, String.valueOf(values[i]));
    }
    return statement;
  }

  /** One text may hold several statements; the last one answers. */
  private static Carried execute(Statement statement, String sql) throws SQLException {
    boolean returns =
        statement instanceof PreparedStatement prepared
            ? prepared.execute()
            : statement.execute(sql);
    long rows = 0;
    Answer answer = new Answer.Nothing();
    while (returns || statement.getUpdateCount() >= 0) {
      answer = returns ? read(statement.getResultSet()) : new Answer.Nothing();
      rows += returns ? 0 : statement.getUpdateCount();
      returns = statement.getMoreResults();
    }
    return new Carried(rows, answer);
  }

  private static Answer read(@Nullable ResultSet rows) throws SQLException {
    if (rows == null || !rows.next()) {
      return new Answer.Nothing();
    }
    var value = rows.getString(1);
    return rows.getMetaData().getColumnCount() == 1 && !rows.next()
        ? new Answer.OneValue(value)
        : new Answer.Many();
  }

  private int secondsLeft() {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toSeconds();
    return Math.toIntExact(Math.clamp(left + 1, 1, Integer.MAX_VALUE));
  }
}
