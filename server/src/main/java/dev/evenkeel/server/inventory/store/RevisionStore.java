package dev.evenkeel.server.inventory.store;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.Revision;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents with all they ever were. */
@Repository
public class RevisionStore {
  /** How many documents are written by one statement. */
  private static final int AT_ONCE = 5_000;

  /**
   * Any number: the estate is written by one at a time, so that changes become visible in order.
   */
  private static final long WRITING = 0x657374617465L;

  /** What a change made of which document. */
  private static final String DONE =
      """
      select r.kind, r.name, r.body, before.body as body_before from inventory_revision r
      left join inventory_revision before
        on before.kind = r.kind and before.name = r.name and before.revision = r.revision - 1
      where r.change = ?
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final TransactionTemplate reading;

  RevisionStore(JdbcClient jdbc, JdbcTemplate template, PlatformTransactionManager transactions) {
    this.reading = new TransactionTemplate(transactions);
    this.jdbc = jdbc;
    this.template = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
    this.template.setFetchSize(2_000);
  }

  /** Waits until nobody else writes; until the end of the transaction nobody else does. */
  public void lock() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", WRITING).query().singleRow();
  }

  /** The newest change; 0 when there is none. */
  public long newest() {
    return jdbc.sql("select coalesce(max(id), 0) from inventory_change").query(Long.class).single();
  }

  /** How many documents changes after this one were about. */
  public long documentsSince(long change) {
    return jdbc.sql(
            "select coalesce(sum(added + changed + removed), 0) from inventory_change where id > :change")
        .param("change", change)
        .query(Long.class)
        .single();
  }

  /** The newest change after this one that is about no document; 0 when there is none. */
  public long newestBeside(long after) {
    return jdbc.sql(
            """
            select coalesce(max(id), 0) from inventory_change
            where id > :after and added = 0 and changed = 0 and removed = 0
            """)
        .param("after", after)
        .query(Long.class)
        .single();
  }

  /**
   * What every document became that was changed since.
   *
   * @param seen the last change that is known already
   */
  public List<Change> since(long seen) {
    List<Change> changes = new ArrayList<>();
    // Only inside of a transaction they come some by some, and not all at once.
    reading.executeWithoutResult(_ ->
        template.query(
            "select kind, name, body from inventory_revision where current and change > ?",
            rs -> {
              changes.add(changed(rs));
            },
            seen));
    return changes;
  }

  private static Change changed(ResultSet rs) throws SQLException {
    EntryKind kind = EntryKind.valueOf(rs.getString("kind"));
    String body = rs.getString("body");
    return Change.seen(
        new Document.Key(kind, rs.getString("name")),
        body == null ? Optional.empty() : Optional.of(Document.kept(kind, body)));
  }

  /** Writes changes down as one. It is noted also when it is about no document. */
  public ChangeNote write(
      List<Change> changes, String origin, Optional<Long> reverts, Actor actor, Instant at) {
    Pen pen = new Pen(origin, reverts, actor, at);
    changes.forEach(pen::write);
    return pen.noted();
  }

  /** For a change of many documents, which are written down while they come. */
  public Pen pen(String origin, Actor actor, Instant at) {
    return new Pen(origin, Optional.empty(), actor, at);
  }

  /** The same, for one that takes another back. */
  public Pen pen(String origin, long reverts, Actor actor, Instant at) {
    return new Pen(origin, Optional.of(reverts), actor, at);
  }

  /** Writes one change down, document by document. Not without a transaction. */
  public final class Pen {
    private final String origin;
    private final Optional<Long> reverts;
    private final Actor actor;
    private final Instant at;
    private final List<Change> ahead = new ArrayList<>();
    private final Map<Change.Sort, Integer> counts = new EnumMap<>(Change.Sort.class);
    private Optional<Long> id = Optional.empty();

    private Pen(String origin, Optional<Long> reverts, Actor actor, Instant at) {
      this.origin = origin;
      this.reverts = reverts;
      this.actor = actor;
      this.at = at;
    }

    public void write(Change change) {
      ahead.add(change);
      counts.merge(change.sort(), 1, Integer::sum);
      if (ahead.size() == AT_ONCE) {
        putDown();
      }
    }

    private void putDown() {
      long change = id.orElseGet(this::begin);
      id = Optional.of(change);
      revise(change, ahead);
      ahead.clear();
    }

    /** Empty when there was nothing to write. */
    public Optional<ChangeNote> finished() {
      return counts.isEmpty() ? Optional.empty() : Optional.of(noted());
    }

    private ChangeNote noted() {
      putDown();
      count(id.orElseThrow());
      return note(id.orElseThrow()).orElseThrow();
    }

    private long begin() {
      return jdbc.sql(
              """
              insert into inventory_change (at, actor_kind, actor, origin, reverts, added, changed, removed)
              values (:at, :kind, :actor, :origin, :reverts, 0, 0, 0)
              returning id
              """)
          .param("at", at.atOffset(ZoneOffset.UTC))
          .param("kind", actor.kind().name())
          .param("actor", actor.name())
          .param("origin", origin)
          .param("reverts", reverts.orElse(null), Types.BIGINT)
          .query(Long.class)
          .single();
    }

    private void count(long change) {
      jdbc.sql(
              """
              update inventory_change set added = :added, changed = :changed, removed = :removed
              where id = :id
              """)
          .param("id", change)
          .param("added", counts.getOrDefault(Change.Sort.ADDED, 0))
          .param("changed", counts.getOrDefault(Change.Sort.CHANGED, 0))
          .param("removed", counts.getOrDefault(Change.Sort.REMOVED, 0))
          .update();
    }
  }

  private void revise(long change, List<Change> changes) {
    jdbc.sql(
            """
            with given as (
              select * from unnest(:kinds::text[], :names::text[], :bodies::text[]) as given (kind, name, body)
            ), old as (
              update inventory_revision r set current = false
              from given where r.kind = given.kind and r.name = given.name and r.current
              returning r.kind, r.name, r.revision
            )
            insert into inventory_revision (kind, name, revision, change, body, current)
            select given.kind, given.name, coalesce(old.revision, 0) + 1, :change, given.body, true
            from given left join old on old.kind = given.kind and old.name = given.name
            """)
        .param("change", change)
        .param("kinds", array(changes.stream().map(c -> c.key().kind().name()).toList()))
        .param("names", array(changes.stream().map(c -> c.key().name()).toList()))
        .param(
            "bodies",
            changes.stream()
                .map(c -> c.after().map(Document::json).orElse(null))
                .toArray(String[]::new))
        .update();
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  public Optional<ChangeNote> note(long id) {
    return jdbc.sql("select * from inventory_change where id = :id")
        .param("id", id)
        .query(RevisionStore::noteOf)
        .optional();
  }

  /** The newest first. */
  public List<ChangeNote> notes(long before, int limit) {
    return jdbc.sql(
            "select * from inventory_change where id < :before order by id desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query(RevisionStore::noteOf)
        .list();
  }

  /** All that a document ever was, the newest first. */
  public List<Revision> of(Document.Key key) {
    return jdbc.sql(
            """
            select r.kind, r.name, r.revision, r.body, c.* from inventory_revision r
            join inventory_change c on c.id = r.change
            where r.kind = :kind and r.name = :name
            order by r.revision desc
            """)
        .param("kind", key.kind().name())
        .param("name", key.name())
        .query(RevisionStore::revisionOf)
        .list();
  }

  /** What a change did, by kind and name. */
  public List<Change> changesOf(long change, int limit) {
    return template.query(
        DONE + "order by r.kind, r.name limit ?", (rs, n) -> done(rs), change, limit);
  }

  /** All of it, one document after the other: a large change need never be whole. */
  public void eachOf(long change, Consumer<Change> hearer) {
    reading.executeWithoutResult(_ ->
        template.query(
            DONE,
            rs -> {
              hearer.accept(done(rs));
            },
            change));
  }

  private static Change done(ResultSet rs) throws SQLException {
    EntryKind kind = EntryKind.valueOf(rs.getString("kind"));
    return new Change(
        new Document.Key(kind, rs.getString("name")),
        document(kind, rs.getString("body_before")),
        document(kind, rs.getString("body")));
  }

  /** Documents of a change that are not any more as it left them. */
  public List<Document.Key> changedSince(long change, int limit) {
    return jdbc.sql(
            """
            select r.kind, r.name from inventory_revision r
            join inventory_revision now on now.kind = r.kind and now.name = r.name and now.current
            where r.change = :change and now.body is distinct from r.body
            order by r.kind, r.name limit :limit
            """)
        .param("change", change)
        .param("limit", limit)
        .query((rs, n) ->
            new Document.Key(EntryKind.valueOf(rs.getString("kind")), rs.getString("name")))
        .list();
  }

  private static Optional<Document> document(EntryKind kind, @Nullable String body) {
    return Optional.ofNullable(body).map(json -> Document.kept(kind, json));
  }

  private static Revision revisionOf(ResultSet rs, int n) throws SQLException {
    EntryKind kind = EntryKind.valueOf(rs.getString("kind"));
    return new Revision(
        new Document.Key(kind, rs.getString("name")),
        rs.getInt("revision"),
        noteOf(rs, n),
        document(kind, rs.getString("body")));
  }

  private static ChangeNote noteOf(ResultSet rs, int n) throws SQLException {
    return new ChangeNote(
        rs.getLong("id"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")),
        rs.getString("origin"),
        Optional.ofNullable(rs.getObject("reverts", Long.class)),
        rs.getInt("added"),
        rs.getInt("changed"),
        rs.getInt("removed"));
  }
}
