package dev.evenkeel.server.execution.store;

import static dev.evenkeel.server.execution.store.RunStore.utc;

import dev.evenkeel.server.shared.StoredText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
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
        .param("text", StoredText.of(text))
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

  /**
   * The end of what was printed.
   *
   * @param seq number of the last piece in it; what was printed later comes {@link #after} it
   */
  public record Ending(String text, long seq) {}

  /** The last characters printed. */
  public String tail(String attempt, int characters) {
    return ending(attempt, characters).text();
  }

  /** The last characters printed, and how far they go. */
  public Ending ending(String attempt, int characters) {
    List<Piece> newestFirst =
        jdbc.sql(
                """
                select seq, text from execution_output where attempt = :attempt
                order by seq desc limit 200
                """)
            .param("attempt", attempt)
            .query((rs, n) -> new Piece(rs.getLong("seq"), rs.getString("text")))
            .list();
    String text = newestFirst.reversed().stream().map(Piece::text).collect(Collectors.joining());
    return new Ending(
        text.length() <= characters ? text : text.substring(text.length() - characters),
        newestFirst.isEmpty() ? 0 : newestFirst.getFirst().seq());
  }
}
