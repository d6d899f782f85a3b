package dev.evenkeel.server.health.store;

import static dev.evenkeel.server.health.store.Times.instant;
import static dev.evenkeel.server.health.store.Times.utc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Watches, and which target was in which part of them when. */
@Repository
public class WatchStore {

  /**
   * A watch.
   *
   * @param lastJudged until when its parts are known
   */
  public record StoredWatch(
      Instant began,
      Instant lastLook,
      Optional<Instant> lastJudged,
      Optional<Instant> changeBegan) {}

  /** A part of a watch. */
  public enum Arm {
    WAITING,
    UPGRADED
  }

  /**
   * A target in a part.
   *
   * @param until empty while it is there still
   */
  public record Stay(String target, Arm arm, Instant since, Optional<Instant> until) {}

  private final JdbcClient jdbc;

  WatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void looked(String watch, Instant now) {
    jdbc.sql(
            """
            insert into health_watch (watch, began, last_look) values (:watch, :now, :now)
            on conflict (watch) do update set last_look = greatest(health_watch.last_look, :now)
            """)
        .param("watch", watch)
        .param("now", utc(now))
        .update();
  }

  /** The clock was set back: the last look is one that is to come. */
  public void clockSetBack(String watch, Instant now) {
    jdbc.sql("update health_watch set last_look = :now where watch = :watch and last_look > :now")
        .param("watch", watch)
        .param("now", utc(now))
        .update();
  }

  public void judged(String watch, Optional<Instant> changeBegan, Instant now) {
    jdbc.sql(
            """
            insert into health_watch (watch, began, last_look, last_judged, change_began)
            values (:watch, :now, :now, :now, :changeBegan)
            on conflict (watch) do update
            set last_judged = :now, change_began = excluded.change_began
            """)
        .param("watch", watch)
        .param("now", utc(now))
        .param("changeBegan", changeBegan.map(Times::utc).orElse(null))
        .update();
  }

  public Optional<StoredWatch> find(String watch) {
    return jdbc.sql("select * from health_watch where watch = :watch")
        .param("watch", watch)
        .query((row, _) ->
            new StoredWatch(
                instant(row, "began").orElseThrow(),
                instant(row, "last_look").orElseThrow(),
                instant(row, "last_judged"),
                instant(row, "change_began")))
        .optional();
  }

  /** Writes down who is where now; whoever has gone elsewhere has left. */
  public void settle(
      String watch, Map<String, Instant> upgraded, Map<String, Instant> waiting, Instant now) {
    leave(watch, Arm.UPGRADED, upgraded.keySet(), now);
    leave(watch, Arm.WAITING, waiting.keySet(), now);
    upgraded.forEach((target, since) -> arrive(watch, target, Arm.UPGRADED, since));
    waiting.forEach((target, since) -> arrive(watch, target, Arm.WAITING, since));
  }

  public List<Stay> stays(String watch) {
    return jdbc.sql("select * from health_arm where watch = :watch order by target, since")
        .param("watch", watch)
        .query((row, _) ->
            new Stay(
                row.getString("target"),
                Arm.valueOf(row.getString("arm")),
                instant(row, "since").orElseThrow(),
                instant(row, "until")))
        .list();
  }

  private void leave(String watch, Arm arm, Set<String> stayed, Instant now) {
    jdbc.sql(
            """
            update health_arm set until = :now
            where watch = :watch and arm = :arm and until is null and target <> all (:stayed::text[])
            """)
        .param("watch", watch)
        .param("arm", arm.name())
        .param("stayed", stayed.toArray(String[]::new))
        .param("now", utc(now))
        .update();
  }

  private void arrive(String watch, String target, Arm arm, Instant since) {
    jdbc.sql(
            """
            insert into health_arm (watch, target, arm, since)
            select :watch, :target, :arm, :since
            where not exists (
              select from health_arm
              where watch = :watch and target = :target and arm = :arm and until is null)
            on conflict do nothing
            """)
        .param("watch", watch)
        .param("target", target)
        .param("arm", arm.name())
        .param("since", utc(since))
        .update();
  }
}
