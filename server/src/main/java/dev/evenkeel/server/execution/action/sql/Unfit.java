package dev.evenkeel.server.execution.action.sql;

import dev.evenkeel.runbook.words.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds statements that would break the promise that all of them take effect or none. */
final class Unfit {
  // What must not be looked into: texts, quoted names, comments, and PostgreSQL's $tag$ texts.
  private static final Pattern QUOTED =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|/\\*.*?\\*/|(\\$\\w*\\$).*?\\1",
          Pattern.DOTALL);
  private static final Pattern ENDS_TRANSACTION =
      Pattern.compile(
          "(?:^|;)\\s*(commit|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b)|abort|start\\s+transaction)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHANGES_STRUCTURE =
      Pattern.compile(
          "(?:^|;)\\s*(create|alter|drop|truncate|rename)\\b", Pattern.CASE_INSENSITIVE);

  private Unfit() {}

  static Optional<String> in(Sql words, Connection connection) throws SQLException {
    for (var statement : words.statements()) {
      var bare = QUOTED.matcher(statement).replaceAll(" ");
      var ending = ENDS_TRANSACTION.matcher(bare);
      if (ending.find()) {
        return Optional.of(
            "`%s` holds `%s`. All statements of a step are one transaction, which Evenkeel begins and ends; leave it out."
                .formatted(SqlTrouble.shortened(statement), ending.group(1)));
      }
      if (words.statements().size() > 1
          && CHANGES_STRUCTURE.matcher(bare).find()
          && connection.getMetaData().dataDefinitionCausesTransactionCommit()) {
        return Optional.of(
            "`%s` cannot share a transaction with other statements: %s commits when it changes structure, and half of the step could remain. Make it a step of its own."
                .formatted(
                    SqlTrouble.shortened(statement),
                    connection.getMetaData().getDatabaseProductName()));
      }
    }
    return Optional.empty();
  }
}
