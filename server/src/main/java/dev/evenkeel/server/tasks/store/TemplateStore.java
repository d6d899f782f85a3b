package dev.evenkeel.server.tasks.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.tasks.TemplateVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Templates and all their versions. */
@Repository
public class TemplateStore {
  private static final String COLUMNS =
      "name, version, title, steps, shipped, digest, by_kind, by_name, at";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  TemplateStore(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
  }

  /** Until the end of the transaction nobody else adds a version. */
  public void lock() {
    jdbc.sql("lock table tasks_template in share row exclusive mode").update();
  }

  /** The newest version of each. */
  public List<TemplateVersion> newest() {
    return jdbc.sql(
            "select distinct on (name) %s from tasks_template order by name, version desc"
                .formatted(COLUMNS))
        .query(TemplateStore::version)
        .list();
  }

  public List<TemplateVersion> versions(String name) {
    return jdbc.sql(
            "select %s from tasks_template where name = :name order by version desc"
                .formatted(COLUMNS))
        .param("name", name)
        .query(TemplateStore::version)
        .list();
  }

  /** Digests of what came with Evenkeel, of every version. */
  public Set<String> shippedDigests() {
    return new HashSet<>(
        jdbc.sql("select digest from tasks_template where shipped")
            .query((row, n) -> row.getString("digest"))
            .list());
  }

  public Optional<String> text(String name, int version) {
    return jdbc.sql("select text from tasks_template where name = :name and version = :version")
        .param("name", name)
        .param("version", version)
        .query(String.class)
        .optional();
  }

  @Transactional
  public void add(TemplateVersion version, String text) {
    jdbc.sql(
            """
            insert into tasks_template (name, version, title, steps, shipped, text, digest, by_kind, by_name, at)
            values (:name, :version, :title, :steps, :shipped, :text, :digest, :by_kind, :by_name, :at)
            """)
        .param("name", version.name())
        .param("version", version.version())
        .param("title", version.title())
        .param("steps", version.steps())
        .param("shipped", version.shipped())
        .param("text", text)
        .param("digest", version.digest())
        .param("by_kind", version.by().kind().name())
        .param("by_name", version.by().name())
        .param("at", version.at().atOffset(UTC))
        .update();
    events.publishEvent(
        Auditable.by(version.by(), "template kept", "/templates/" + version.name())
            .with("version", version.version())
            .with("digest", version.digest()));
  }

  private static TemplateVersion version(ResultSet row, int n) throws SQLException {
    return new TemplateVersion(
        row.getString("name"),
        row.getInt("version"),
        row.getString("title"),
        row.getInt("steps"),
        row.getBoolean("shipped"),
        row.getString("digest"),
        new Actor(Actor.Kind.valueOf(row.getString("by_kind")), row.getString("by_name")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
