package dev.evenkeel.server.health.store;

import static dev.evenkeel.server.health.store.Times.instant;
import static dev.evenkeel.server.health.store.Times.utc;

import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Readings of watches. */
@Repository
public class ReadingStore {

  /**
   * What one source said about one target.
   *
   * @param target empty when it speaks about the whole
   */
  public record Entry(String source, String target, Reading reading) {}

  /**
   * Which readings are wanted.
   *
   * @param after the oldest, itself excluded
   * @param upTo the newest, included
   * @param newest how many of a source and target, the newest first; of ten times as many, older
   *     still, every tenth is added, which for counters is as good as all
   */
  public record Wanted(Collection<String> sources, Instant after, Instant upTo, int newest) {}

  private final JdbcClient jdbc;

  ReadingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of the same source, target and instant the first one stays. */
  public void add(String watch, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into health_reading (watch, source, target, at, facts)
            select :watch, source, target, at::timestamptz, facts::jsonb
            from unnest(:sources::text[], :targets::text[], :ats::text[], :facts::text[])
              as entry (source, target, at, facts)
            on conflict do nothing
            """)
        .param("watch", watch)
        .param("sources", texts(entries.stream().map(Entry::source).toList()))
        .param("targets", texts(entries.stream().map(Entry::target).toList()))
        .param(
            "ats", texts(entries.stream().map(entry -> entry.reading().at().toString()).toList()))
        .param(
            "facts",
            texts(entries.stream().map(entry -> FactsJson.write(entry.reading().facts())).toList()))
        .update();
  }

  /** Drops what was read later than this. */
  public void dropAfter(String watch, Instant at) {
    jdbc.sql("delete from health_reading where watch = :watch and at > :at")
        .param("watch", watch)
        .param("at", utc(at))
        .update();
  }

  /** Tracks by source. */
  public Map<String, List<Track>> tracks(String watch, Wanted wanted) {
    var readings = new TreeMap<String, Map<String, List<Reading>>>();
    if (wanted.sources().isEmpty()) {
      return Map.of();
    }
    jdbc.sql(
            """
            select source, target, at, facts
            from (
              select source, target, at, facts::text as facts,
                row_number() over (partition by source, target order by at desc) as age
              from health_reading
              where watch = :watch and source in (:sources) and at > :after and at <= :upTo
            ) aged
            where age <= :newest or (age <= 10 * :newest and age % 10 = 0)
            order by source, target, at
            """)
        .param("watch", watch)
        .param("sources", wanted.sources())
        .param("after", utc(wanted.after()))
        .param("upTo", utc(wanted.upTo()))
        .param("newest", wanted.newest())
        .query(row -> {
          readings
              .computeIfAbsent(row.getString("source"), _ -> new TreeMap<>())
              .computeIfAbsent(row.getString("target"), _ -> new ArrayList<>())
              .add(
                  new Reading(
                      instant(row, "at").orElseThrow(), FactsJson.read(row.getString("facts"))));
        });
    var tracks = new TreeMap<String, List<Track>>();
    readings.forEach((source, byTarget) ->
        tracks.put(
            source,
            byTarget.entrySet().stream()
                .map(entry -> new Track(entry.getKey(), entry.getValue()))
                .toList()));
    return tracks;
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }
}
