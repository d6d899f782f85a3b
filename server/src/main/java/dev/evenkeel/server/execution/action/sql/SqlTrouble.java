package dev.evenkeel.server.execution.action.sql;

import dev.evenkeel.runbook.words.Sql;
import java.sql.SQLException;

/** Puts what databases say into words, with the way out. */
final class SqlTrouble {
  private SqlTrouble() {}

  /** The address without a password somebody may have written into it. */
  static String address(Sql words) {
    return words.url().replaceAll("(?i)(password=)[^&;]*", "$1…").replaceAll("//[^/@]*@", "//…@");
  }

  static String spoken(SQLException e) {
    var says = e.getMessage() == null ? e.toString() : e.getMessage().strip();
    var state = e.getSQLState();
    return says + (state == null ? "" : " (SQLSTATE %s)".formatted(state));
  }

  /**
   * @param number of the statement, from 1
   */
  static String inStatement(Sql words, int number, SQLException e) {
    return "Statement %d of %d, `%s`, failed: %s.%s Nothing was changed."
        .formatted(
            number,
            words.statements().size(),
            shortened(words.statements().get(number - 1)),
            spoken(e),
            wayOut(e));
  }

  private static String wayOut(SQLException e) {
    return switch (String.valueOf(e.getSQLState())) {
      case "57014" -> " It was cancelled: by its time limit, by a stop, or in the database.";
      case "25001" ->
          " This statement cannot be part of a transaction; run it with `exec` and the database's own client, in a step of its own.";
      case "25006" -> " When observing, statements may only read.";
      case "55P03", "40P01" -> " Somebody else holds a lock on it; try again when that is over.";
      default -> "";
    };
  }

  /** Whether the connection is gone, so that the database may have carried out what it got last. */
  static boolean connectionLost(SQLException e) {
    var state = e.getSQLState();
    // Without a state it is the driver speaking, and nobody knows what it means.
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }

  static String shortened(String statement) {
    var line = statement.strip().replaceAll("\\s+", " ");
    return line.length() <= 120 ? line : line.substring(0, 119) + "…";
  }
}
