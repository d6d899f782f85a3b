package dev.evenkeel.runbook.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs SQL statements through JDBC, all of them in one transaction. */
@Says("runs SQL statements in one transaction")
public record Sql(
    @Says("JDBC address of the database") String url,
    @Says("user name") Optional<String> user,
    @Says("password; name a secret") Optional<String> password,
    @Says(
            value =
                "statements, run in order; must not hold ${…}: write :name and give `parameters`",
            needed = true)
        List<String> statements,
    @Says("values for the :names in the statements") Map<String, String> parameters,
    @Says("the single value the last statement must return; otherwise nothing is changed")
        Optional<String> equals) {

  public Sql {
    statements = List.copyOf(statements);
    parameters = Map.copyOf(parameters);
  }
}
