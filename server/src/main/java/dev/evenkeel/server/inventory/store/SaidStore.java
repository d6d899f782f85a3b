package dev.evenkeel.server.inventory.store;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.Said;
import dev.evenkeel.estate.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each source said last. What an import said whose change was taken back counts no more. */
@Repository
public class SaidStore {
  private static final int AT_ONCE = 5_000;

  private final JdbcClient jdbc;

  SaidStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a source said last of each thing. */
  public Said of(String source) {
    Map<EntryKind, Map<String, Map<String, Object>>> things = new TreeMap<>();
    jdbc.sql(
            """
            select distinct on (s.kind, s.id) s.kind, s.id, s.said
            from inventory_said s join inventory_import i on i.id = s.import
            where s.source = :source and i.in_force
            order by s.kind, s.id, s.import desc
            """)
        .param("source", source)
        .query(rs -> {
          things
              .computeIfAbsent(EntryKind.valueOf(rs.getString("kind")), kind -> new TreeMap<>())
              .put(rs.getString("id"), Json.plain(rs.getString("said")));
        });
    return new Said(things);
  }

  private record Thing(EntryKind kind, String id, String said) {}

  /** Keeps what is otherwise than before. */
  public void keep(long id, String source, Said before, Said now) {
    List<Thing> otherwise = new ArrayList<>();
    now.things()
        .forEach((kind, things) ->
            things.forEach((thing, said) -> {
              if (!said.equals(before.things().getOrDefault(kind, Map.of()).get(thing))) {
                otherwise.add(new Thing(kind, thing, Json.write(said)));
              }
            }));
    for (int from = 0; from < otherwise.size(); from += AT_ONCE) {
      write(id, source, otherwise.subList(from, Math.min(otherwise.size(), from + AT_ONCE)));
    }
  }

  private void write(long id, String source, List<Thing> things) {
    jdbc.sql(
            """
            insert into inventory_said (source, kind, id, import, said)
            select :source, kind, id, :import, said
            from unnest(:kinds::text[], :ids::text[], :saids::text[]) as given (kind, id, said)
            """)
        .param("source", source)
        .param("import", id)
        .param("kinds", things.stream().map(thing -> thing.kind().name()).toArray(String[]::new))
        .param("ids", things.stream().map(Thing::id).toArray(String[]::new))
        .param("saids", things.stream().map(Thing::said).toArray(String[]::new))
        .update();
  }
}
