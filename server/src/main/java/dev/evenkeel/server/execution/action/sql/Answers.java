package dev.evenkeel.server.execution.action.sql;

import dev.evenkeel.runbook.words.Sql;
import java.util.Optional;

/** Holds what the last statement returned against what it should. */
final class Answers {
  private Answers() {}

  /** Why it is not what was wanted; empty when it is, or nothing was asked for. */
  static Optional<String> judge(Sql words, Transaction.Answer answer) {
    if (words.equals().isEmpty()) {
      return Optional.empty();
    }
    var wanted = words.equals().get();
    return switch (answer) {
      case Transaction.Answer.OneValue(var value) when wanted.equals(value) -> Optional.empty();
      case Transaction.Answer.OneValue(var value) ->
          Optional.of(
              "the last statement returned %s, wanted '%s'"
                  .formatted(value == null ? "null" : "'" + value + "'", wanted));
      case Transaction.Answer.Nothing nothing ->
          Optional.of("the last statement returned no row, wanted '%s'".formatted(wanted));
      case Transaction.Answer.Many many ->
          Optional.of(
              "the last statement returned more than one value, wanted '%s' alone"
                  .formatted(wanted));
    };
  }
}
