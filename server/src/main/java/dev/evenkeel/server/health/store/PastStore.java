package dev.evenkeel.server.health.store;

import static dev.evenkeel.server.health.store.Times.instant;

import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sources said at the same hours of earlier days, moved forward to the day of the watch. */
@Repository
public class PastStore {

  /**
   * Whom a track of the past is about.
   *
   * @param target empty for a source about the whole
   * @param day how many days ago it was
   */
  public record Piece(String source, String target, int day) {}

  private static final Comparator<Piece> ORDER =
      Comparator.comparing(Piece::source).thenComparing(Piece::target).thenComparing(Piece::day);

  private final JdbcClient jdbc;

  PastStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of the same piece and instant the first one stays. */
  public void add(String watch, Piece piece, List<Reading> moved) {
    jdbc.sql(
            """
            insert into health_past (watch, source, target, day, at, facts)
            select :watch, :source, :target, :day, at::timestamptz, facts::jsonb
            from unnest(:ats::text[], :facts::text[]) as entry (at, facts)
            on conflict do nothing
            """)
        .param("watch", watch)
        .param("source", piece.source())
        .param("target", piece.target())
        .param("day", piece.day())
        .param("ats", moved.stream().map(reading -> reading.at().toString()).toArray(String[]::new))
        .param(
            "facts",
            moved.stream().map(reading -> FactsJson.write(reading.facts())).toArray(String[]::new))
        .update();
  }

  /** A track a source, target and day. */
  public Map<Piece, Track> of(String watch) {
    var readings = new TreeMap<Piece, List<Reading>>(ORDER);
    jdbc.sql("select * from health_past where watch = :watch order by at")
        .param("watch", watch)
        .query(row -> {
          readings
              .computeIfAbsent(
                  new Piece(row.getString("source"), row.getString("target"), row.getInt("day")),
                  _ -> new ArrayList<>())
              .add(
                  new Reading(
                      instant(row, "at").orElseThrow(), FactsJson.read(row.getString("facts"))));
        });
    var tracks = new TreeMap<Piece, Track>(ORDER);
    readings.forEach((piece, of) -> tracks.put(piece, new Track(piece.target(), of)));
    return tracks;
  }
}
