package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.utc;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What attempts printed, in pieces as it came. */
@Repository
public class OutputStore {

  /** A piece of output. */
  public record Piece(long seq, String text) {}

  private final JdbcClient jdbc;

  OutputStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param text as masked
   * @param characters how many characters it had before it was masked
   */
  public void append(String attempt, String text, long characters, Instant at) {
    jdbc.sql(
            """
            with printed as (
              update execution_attempt set printed = printed + :characters where id = :attempt
            )
            insert into execution_output (attempt, at, text) values (:attempt, :at, :text)
            """)
        .param("attempt", attempt)
        .param("characters", characters)
        .param("at", utc(at))
        // PostgreSQL has no place for the character NUL
        .param("text", text.replace('\0', '\uFFFD'))
        .update();
  }

  public List<Piece> after(String attempt, long seq, int limit) {
    return jdbc.sql(
            """
            select seq, text from execution_output
            where attempt = :attempt and seq > :seq order by seq limit :limit
            """)
        .param("attempt", attempt)
        .param("seq", seq)
        .param("limit", limit)
        .query((rs, n) -> new Piece(rs.getLong("seq"), rs.getString("text")))
        .list();
  }

  /** The last characters printed. */
  public String tail(String attempt, int characters) {
    List<String> newestFirst =
        jdbc.sql(
                """
                select text from execution_output where attempt = :attempt order by seq desc limit 50
                """)
            .param("attempt", attempt)
            .query((rs, n) -> rs.getString("text"))
            .list();
    String text = String.join("", newestFirst.reversed());
    return text.length() <= characters ? text : text.substring(text.length() - characters);
  }
}
