package dev.evenkeel.server.health.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far logs have been read. */
@Repository
public class TailStore {

  /**
   * Which log.
   *
   * @param target empty when the source speaks about the whole
   */
  public record Place(String watch, String source, String target) {}

  /**
   * @param file tells one file from the next of the same name
   */
  public record Mark(String file, long position) {}

  private final JdbcClient jdbc;

  TailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Mark> find(Place place) {
    return jdbc.sql(
            """
            select file, position from health_tail
            where watch = :watch and source = :source and target = :target
            """)
        .param("watch", place.watch())
        .param("source", place.source())
        .param("target", place.target())
        .query((row, _) -> new Mark(row.getString("file"), row.getLong("position")))
        .optional();
  }

  public void save(Place place, Mark mark) {
    jdbc.sql(
            """
            insert into health_tail (watch, source, target, file, position)
            values (:watch, :source, :target, :file, :position)
            on conflict (watch, source, target) do update
            set file = excluded.file, position = excluded.position
            """)
        .param("watch", place.watch())
        .param("source", place.source())
        .param("target", place.target())
        .param("file", mark.file())
        .param("position", mark.position())
        .update();
  }
}
