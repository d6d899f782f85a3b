package dev.evenkeel.server.inventory.store;

import dev.evenkeel.server.inventory.imports.ImportCounts;
import dev.evenkeel.server.inventory.imports.ImportNote;
import dev.evenkeel.server.inventory.imports.ImportReport;
import dev.evenkeel.server.inventory.imports.ImportState;
import dev.evenkeel.server.inventory.imports.TableMapping;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Files that were brought, with what would come or came of them. */
@Repository
public class ImportStore {
  private static final String NOTE =
      "select id, at, actor_kind, actor, source, format, file, digest, mapping, state, change, in_force, counts from inventory_import ";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;

  ImportStore(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What is known of a file when it was looked at. */
  public record Seen(
      String source,
      String format,
      Optional<TableMapping> mapping,
      ImportCounts counts,
      ImportReport report) {}

  @Transactional
  public long add(String file, String digest, Seen seen, Actor actor, Instant at) {
    long id =
        jdbc.sql(
                """
                insert into inventory_import
                  (at, actor_kind, actor, source, format, file, digest, mapping, state, counts, report)
                values
                  (:at, :kind, :actor, :source, :format, :file, :digest, :mapping, 'PROPOSED', :counts, :report)
                returning id
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("kind", actor.kind().name())
            .param("actor", actor.name())
            .param("source", seen.source())
            .param("format", seen.format())
            .param("file", file)
            .param("digest", digest)
            .param("mapping", seen.mapping().map(this::text).orElse(null), Types.VARCHAR)
            .param("counts", text(seen.counts()))
            .param("report", text(seen.report()))
            .query(Long.class)
            .single();
    events.publishEvent(
        Auditable.by(actor, "import proposed", "/estate/imports/" + id)
            .with("file", file)
            .with("digest", digest)
            .with("source", seen.source()));
    return id;
  }

  /** The same file, looked at in another way. */
  public boolean change(long id, Seen seen) {
    return jdbc.sql(
                """
                update inventory_import
                set source = :source, format = :format, mapping = :mapping, counts = :counts, report = :report
                where id = :id and state = 'PROPOSED'
                """)
            .param("id", id)
            .param("source", seen.source())
            .param("format", seen.format())
            .param("mapping", seen.mapping().map(this::text).orElse(null), Types.VARCHAR)
            .param("counts", text(seen.counts()))
            .param("report", text(seen.report()))
            .update()
        == 1;
  }

  /** Whether it was proposed until now; then it is applied, and nobody else applies it. */
  public boolean claim(long id) {
    return jdbc.sql(
                "update inventory_import set state = 'APPLIED', in_force = true where id = :id and state = 'PROPOSED'")
            .param("id", id)
            .update()
        == 1;
  }

  public void applied(long id, Optional<Long> change, ImportCounts counts, ImportReport report) {
    jdbc.sql(
            "update inventory_import set change = :change, counts = :counts, report = :report where id = :id")
        .param("id", id)
        .param("change", change.orElse(null), Types.BIGINT)
        .param("counts", text(counts))
        .param("report", text(report))
        .update();
  }

  /** What else was proposed of a source says no longer what would come of it. */
  public void outdate(String source) {
    jdbc.sql(
            """
            with outdated as (
              update inventory_import set state = 'OUTDATED' where source = :source and state = 'PROPOSED' returning id
            )
            delete from inventory_import_piece where part = 'FILE' and import in (select id from outdated)
            """)
        .param("source", source)
        .update();
  }

  @Transactional
  public boolean discard(long id) {
    boolean discarded =
        jdbc.sql(
                    "update inventory_import set state = 'DISCARDED' where id = :id and state = 'PROPOSED'")
                .param("id", id)
                .update()
            == 1;
    if (discarded) {
      events.publishEvent(Auditable.now("import discarded", "/estate/imports/" + id));
    }
    return discarded;
  }

  /** That a change was taken back; when that was itself one that took back, it counts again. */
  public void reverted(long change) {
    jdbc.sql("update inventory_import set in_force = false where change = :change")
        .param("change", change)
        .update();
    jdbc.sql(
            """
            update inventory_import set in_force = true
            where change = (select reverts from inventory_change where id = :change)
            """)
        .param("change", change)
        .update();
  }

  public Optional<ImportNote> note(long id) {
    return jdbc.sql(NOTE + "where id = :id").param("id", id).query(this::noteOf).optional();
  }

  /** The newest first. */
  public List<ImportNote> notes(long before, int limit) {
    return jdbc.sql(NOTE + "where id < :before order by id desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query(this::noteOf)
        .list();
  }

  public ImportReport report(long id) {
    return json.readValue(
        jdbc.sql("select report from inventory_import where id = :id")
            .param("id", id)
            .query(String.class)
            .single(),
        ImportReport.class);
  }

  /** Forgets what came to nothing, and of what was applied all but the note. */
  public int clear(Instant before) {
    int forgotten =
        jdbc.sql("delete from inventory_import where state <> 'APPLIED' and at < :before")
            .param("before", before.atOffset(ZoneOffset.UTC))
            .update();
    jdbc.sql(
            "delete from inventory_import_piece p using inventory_import i where i.id = p.import and i.at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
    return forgotten;
  }

  private String text(Object thing) {
    return StoredText.of(json.writeValueAsString(thing));
  }

  private ImportNote noteOf(ResultSet rs, int n) throws SQLException {
    return new ImportNote(
        rs.getLong("id"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")),
        rs.getString("source"),
        rs.getString("format"),
        rs.getString("file"),
        rs.getString("digest"),
        Optional.ofNullable(rs.getString("mapping"))
            .map(text -> json.readValue(text, TableMapping.class)),
        ImportState.valueOf(rs.getString("state")),
        Optional.ofNullable(rs.getObject("change", Long.class)),
        rs.getBoolean("in_force"),
        json.readValue(rs.getString("counts"), ImportCounts.class));
  }
}
