package dev.evenkeel.server.execution.action.sql;

import dev.evenkeel.runbook.words.Sql;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Errands;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import dev.evenkeel.server.execution.action.TextOutputs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Runs statements in one transaction: all of them take effect or none. Only where the connection is
 * lost while the commit is on its way nobody can tell, and that is said.
 */
@Component
class SqlAction implements Action<Sql> {
  private final Connecting connecting;
  private final Errands errands;

  SqlAction(Connecting connecting, Errands errands) {
    this.connecting = connecting;
    this.errands = errands;
  }

  @Override
  public Class<Sql> words() {
    return Sql.class;
  }

  @Override
  public Outcome start(Sql words, Attempt attempt) {
    if (words.statements().isEmpty()) {
      return new Outcome.Failed("There is no statement to run. Give `statements`, a list.");
    }
    var transaction = new Transaction(words, attempt.remaining());
    return errands.begin(
        attempt,
        "the database works on `%s`".formatted(SqlTrouble.shortened(words.statements().getLast())),
        () -> carryOut(words, attempt, transaction),
        thread -> transaction.cancel());
  }

  @Override
  public Outcome poll(Sql words, Attempt attempt) {
    return errands.ask(attempt);
  }

  @Override
  public Recovery recover(Sql words, Attempt attempt) {
    return errands
        .known(attempt)
        .<Recovery>map(Recovery.Known::new)
        .orElseGet(
            // its connection went with it, and what was not committed was rolled back
            () ->
                new Recovery.Unknown(
                    "the server stopped while the statements were carried out", true));
  }

  @Override
  public Optional<String> stop(Sql words, Attempt attempt) {
    return errands.stop(attempt);
  }

  @Override
  public boolean staysWhereItBegan() {
    return true;
  }

  @Override
  public Observation observe(Sql words, Attempt attempt) {
    if (words.equals().isEmpty()) {
      return new Observation.Unknown(
          "Looking at a database needs `equals`: the value the last statement returns when it is done.");
    }
    try (var connection = connecting.open(words, attempt.timeToLook())) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      var carried = new Transaction(words, attempt.timeToLook()).carryOut(connection);
      connection.rollback();
      if (carried.answer() instanceof Transaction.Answer.Many) {
        return new Observation.Unknown(
            "The last statement returned more than one value; write one that returns a single value.");
      }
      return Answers.judge(words, carried.answer())
          .<Observation>map(Observation.HoldsNot::new)
          .orElseGet(() -> new Observation.Holds(outputs(carried)));
    } catch (SQLException e) {
      return new Observation.Unknown(SqlTrouble.spoken(e));
    } catch (Transaction.Stopped e) {
      return new Observation.Unknown(e.says());
    }
  }

  private Outcome carryOut(Sql words, Attempt attempt, Transaction transaction) {
    try (var connection = connecting.open(words, attempt.remaining())) {
      var unfit = Unfit.in(words, connection);
      if (unfit.isPresent()) {
        return new Outcome.Failed(unfit.get());
      }
      connection.setAutoCommit(false);
      var carried = transaction.carryOut(connection);
      var unwanted = Answers.judge(words, carried.answer());
      if (words.equals().isPresent() && unwanted.isPresent()) {
        connection.rollback();
        return new Outcome.Failed(unwanted.get() + ". Nothing was changed.");
      }
      return commit(connection, carried);
    } catch (SQLException e) {
      return new Outcome.Failed(SqlTrouble.spoken(e));
    } catch (Transaction.Stopped e) {
      return new Outcome.Failed(e.says());
    }
  }

  private static Outcome commit(Connection connection, Transaction.Carried carried) {
    try {
      connection.commit();
      return new Outcome.Done(outputs(carried));
    } catch (SQLException e) {
      return SqlTrouble.connectionLost(e)
          ? new Outcome.Unknown(
              "the connection was lost during the commit, which the database may have carried out: "
                  + SqlTrouble.spoken(e))
          : new Outcome.Failed(
              "The commit was refused: %s. Nothing was changed.".formatted(SqlTrouble.spoken(e)));
    }
  }

  private static Map<String, String> outputs(Transaction.Carried carried) {
    Map<String, String> outputs = new HashMap<>();
    if (carried.answer() instanceof Transaction.Answer.OneValue(var value) && value != null) {
      outputs.putAll(TextOutputs.of("value", value));
    }
    outputs.put("rows", Long.toString(carried.rows()));
    return outputs;
  }
}
