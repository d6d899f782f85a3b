package dev.evenkeel.server.audit.store;

import dev.evenkeel.audit.Anchor;
import dev.evenkeel.audit.Deed;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.server.audit.AuditQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the trail. There is no way to change or take away one. */
@Repository
public class EntryStore {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  EntryStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /**
   * The newest row; nobody else appends one until the end of the transaction. Empty when there is
   * none yet.
   */
  public Optional<Anchor> lock() {
    return jdbc.sql("select seq, hash from audit_head() where seq is not null")
        .query(EntryStore::anchor)
        .optional();
  }

  public Optional<Anchor> head() {
    return jdbc.sql("select seq, hash from audit_entry order by seq desc limit 1")
        .query(EntryStore::anchor)
        .optional();
  }

  private static Anchor anchor(ResultSet rs, int n) throws SQLException {
    return new Anchor(rs.getLong("seq"), HEX.formatHex(rs.getBytes("hash")));
  }

  public void append(List<Entry> entries) {
    template.batchUpdate(
        """
        insert into audit_entry (seq, at, actor_kind, actor, what, subject, facts, before, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries,
        entries.size(),
        (statement, entry) -> {
          Deed deed = entry.deed();
          statement.setLong(1, entry.seq());
          statement.setObject(2, deed.at().atOffset(ZoneOffset.UTC));
          statement.setString(3, deed.actorKind());
          statement.setString(4, deed.actor());
          statement.setString(5, deed.what());
          statement.setString(6, deed.subject());
          statement.setString(7, deed.facts());
          statement.setBytes(8, HEX.parseHex(entry.before()));
          statement.setBytes(9, HEX.parseHex(entry.hash()));
        });
  }

  /** Rows in their order. */
  public List<Entry> after(long seq, int limit) {
    return jdbc.sql("select * from audit_entry where seq > :seq order by seq limit :limit")
        .param("seq", seq)
        .param("limit", limit)
        .query(EntryStore::entry)
        .list();
  }

  /** The newest first. */
  public List<Entry> find(AuditQuery query, int limit) {
    return jdbc.sql(
            """
            select * from audit_entry
            where seq < :before
              and (:subject = '' or subject = :subject or subject like :below)
              and (:actor = '' or actor = :actor)
              and (:what = '' or position(:what in what) > 0)
              and (:from::timestamptz is null or at >= :from::timestamptz)
              and (:to::timestamptz is null or at < :to::timestamptz)
            order by seq desc limit :limit
            """)
        .param("before", query.before())
        .param("subject", query.subject())
        .param("below", query.subject().replaceAll("([\\\\%_])", "\\\\$1") + "/%")
        .param("actor", query.actor())
        .param("what", query.what())
        .param("from", time(query.from()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("to", time(query.to()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("limit", limit)
        .query(EntryStore::entry)
        .list();
  }

  private static @Nullable OffsetDateTime time(Optional<Instant> at) {
    return at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private static Entry entry(ResultSet rs, int n) throws SQLException {
    return new Entry(
        rs.getLong("seq"),
        new Deed(
            rs.getObject("at", OffsetDateTime.class).toInstant(),
            rs.getString("actor_kind"),
            rs.getString("actor"),
            rs.getString("what"),
            rs.getString("subject"),
            rs.getString("facts")),
        HEX.formatHex(rs.getBytes("before")),
        HEX.formatHex(rs.getBytes("hash")));
  }
}
