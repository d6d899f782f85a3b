package dev.evenkeel.server.inventory.store;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.Said;
import dev.evenkeel.estate.text.Json;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    Map<EntryKind, Map<String, String>> texts = new TreeMap<>();
    jdbc.sql(
            """
            select distinct on (s.kind, s.id) s.kind, s.id, s.said
            from inventory_said s join inventory_import i on i.id = s.import
            where s.source = :source and i.in_force
            order by s.kind, s.id, s.import desc
            """)
        .param("source", source)
        .withFetchSize(AT_ONCE)
        .query(rs -> {
          texts
              .computeIfAbsent(EntryKind.valueOf(rs.getString("kind")), kind -> new HashMap<>())
              .put(rs.getString("id"), rs.getString("said"));
        });
    Map<EntryKind, Map<String, Map<String, Object>>> things = new TreeMap<>();
    texts.forEach((kind, ofKind) -> things.put(kind, new ReadWhenAsked(ofKind)));
    return new Said(things);
  }

  /** Texts, each read when somebody asks for it: as maps they are five times as large. */
  private static final class ReadWhenAsked extends AbstractMap<String, Map<String, Object>> {
    private final Map<String, String> texts;

    ReadWhenAsked(Map<String, String> texts) {
      this.texts = texts;
    }

    @Override
    public @Nullable Map<String, Object> get(@Nullable Object id) {
      String text = texts.get(id);
      return text == null ? null : Json.plain(text);
    }

    @Override
    public Set<Entry<String, Map<String, Object>>> entrySet() {
      return texts.entrySet().stream()
          .map(said -> Map.entry(said.getKey(), Json.plain(said.getValue())))
          .collect(Collectors.toSet());
    }
  }

  private record Thing(EntryKind kind, String id, String said) {}

  /**
   * Keeps what an import says otherwise than its source did before.
   *
   * @param before what the source said
   */
  public Keeping keeping(long id, String source, Said before) {
    return new Keeping(id, source, before);
  }

  /** Takes what is said of one thing after the other. */
  public final class Keeping {
    private final long id;
    private final String source;
    private final Said before;
    private final List<Thing> ahead = new ArrayList<>();

    private Keeping(long id, String source, Said before) {
      this.id = id;
      this.source = source;
      this.before = before;
    }

    public void said(EntryKind kind, String thing, Map<String, Object> said) {
      if (!said.equals(before.things().getOrDefault(kind, Map.of()).get(thing))) {
        ahead.add(new Thing(kind, thing, Json.write(said)));
      }
      if (ahead.size() == AT_ONCE) {
        finish();
      }
    }

    public void finish() {
      write(id, source, ahead);
      ahead.clear();
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
