package dev.evenkeel.server.tasks.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.StoredText;
import dev.evenkeel.server.tasks.Attachment;
import dev.evenkeel.server.tasks.TaskEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What happened to tasks, what was said of them, and files that belong to them. */
@Repository
public class TaskRecord {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  TaskRecord(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
  }

  @Transactional
  public void add(
      long task,
      String what,
      Optional<String> before,
      Optional<String> after,
      Actor actor,
      Instant at) {
    long upgrade =
        jdbc.sql(
                """
                insert into tasks_event (task, at, by_kind, by_name, what, before, after)
                values (:task, :at, :by_kind, :by_name, :what, :before, :after)
                returning (select upgrade from tasks_task where id = :task)
                """)
            .param("task", task)
            .param("at", at.atOffset(UTC))
            .param("by_kind", actor.kind().name())
            .param("by_name", actor.name())
            .param("what", what)
            .param("before", before.map(StoredText::of).orElse(null), Types.VARCHAR)
            .param("after", after.map(StoredText::of).orElse(null), Types.VARCHAR)
            .query(Long.class)
            .single();
    events.publishEvent(
        Auditable.by(actor, "task " + what, "/upgrades/%d/tasks/%d".formatted(upgrade, task))
            .with("before", before)
            .with("after", after));
  }

  /** All that happened, the oldest first. */
  public List<TaskEvent> of(long task) {
    return jdbc.sql("select * from tasks_event where task = :task order by id")
        .param("task", task)
        .query((row, n) ->
            new TaskEvent(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(Actor.Kind.valueOf(row.getString("by_kind")), row.getString("by_name")),
                row.getString("what"),
                Optional.ofNullable(row.getString("before")),
                Optional.ofNullable(row.getString("after"))))
        .list();
  }

  public int said(long task) {
    return jdbc.sql("select count(*) from tasks_event where task = :task and what = 'comment'")
        .param("task", task)
        .query(Integer.class)
        .single();
  }

  public List<Attachment> attachments(long task) {
    return jdbc.sql(
            "select id, task, name, size, sha256, by_name, at from tasks_attachment where task = :task order by at, id")
        .param("task", task)
        .query(TaskRecord::attachment)
        .list();
  }

  public List<Attachment> attachmentsOfUpgrade(long upgrade) {
    return jdbc.sql(
            """
            select file.id, file.task, file.name, file.size, file.sha256, file.by_name, file.at
            from tasks_attachment file join tasks_task task on task.id = file.task
            where task.upgrade = :upgrade
            order by file.at, file.id
            """)
        .param("upgrade", upgrade)
        .query(TaskRecord::attachment)
        .list();
  }

  public void attach(Attachment attachment, byte[] bytes) {
    jdbc.sql(
            """
            insert into tasks_attachment (id, task, name, size, sha256, bytes, by_name, at)
            values (:id, :task, :name, :size, :sha256, :bytes, :by, :at)
            """)
        .param("id", attachment.id())
        .param("task", attachment.task())
        .param("name", attachment.name())
        .param("size", attachment.size())
        .param("sha256", attachment.sha256())
        .param("bytes", bytes)
        .param("by", attachment.by())
        .param("at", attachment.at().atOffset(UTC))
        .update();
  }

  public Optional<Attachment> attachment(UUID id) {
    return jdbc.sql(
            "select id, task, name, size, sha256, by_name, at from tasks_attachment where id = :id")
        .param("id", id)
        .query(TaskRecord::attachment)
        .optional();
  }

  /** Whether its content is there still: it is deleted after the time that files are kept. */
  public boolean keeps(UUID id) {
    return jdbc.sql("select cleared_at is null from tasks_attachment where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  public byte[] bytes(UUID id) {
    return jdbc.sql("select bytes from tasks_attachment where id = :id")
        .param("id", id)
        .query((row, n) -> row.getBytes("bytes"))
        .single();
  }

  private static Attachment attachment(ResultSet row, int n) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getLong("task"),
        row.getString("name"),
        row.getInt("size"),
        row.getString("sha256"),
        row.getString("by_name"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
