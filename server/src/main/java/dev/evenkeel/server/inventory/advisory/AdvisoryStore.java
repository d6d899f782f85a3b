package dev.evenkeel.server.inventory.advisory;

import dev.evenkeel.estate.advisory.Advisory;
import dev.evenkeel.estate.advisory.AdvisoryText;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Advisories as they were read last. */
@Repository
class AdvisoryStore {
  /** Any number: one file is imported at a time, so that imports become visible in order. */
  private static final long IMPORTING = 0x61647669736F72L;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final JdbcTemplate template;

  AdvisoryStore(JdbcClient jdbc, JdbcTemplate template, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.template = template;
  }

  /** How many of those written were new, and how many said something new. */
  record Written(int added, int changed) {
    Written and(Written other) {
      return new Written(added + other.added, changed + other.changed);
    }
  }

  /** Until the end of the transaction nobody else imports. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", IMPORTING).query().singleRow();
  }

  @Transactional
  long begin(String file, Actor actor, Instant at) {
    events.publishEvent(
        Auditable.by(actor, "advisories taken", "/estate/advisories").with("file", file));
    return jdbc.sql(
            """
            insert into inventory_advisory_import (at, actor_kind, actor, file)
            values (:at, :kind, :actor, :file)
            returning id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("kind", actor.kind().name())
        .param("actor", actor.name())
        .param("file", file)
        .query(Long.class)
        .single();
  }

  void finish(long id, Written written) {
    jdbc.sql(
            "update inventory_advisory_import set added = :added, changed = :changed where id = :id")
        .param("added", written.added())
        .param("changed", written.changed())
        .param("id", id)
        .update();
  }

  /** What is older than what is known of the same id changes nothing; no id may come twice. */
  Written write(long id, Collection<Advisory> advisories) {
    List<Advisory> all = List.copyOf(advisories);
    List<String> bodies = all.stream().map(AdvisoryText::of).toList();
    List<Boolean> fresh =
        jdbc.sql(
                """
                insert into inventory_advisory as known (id, modified, digest, body, import)
                select given.id, given.modified::timestamptz, given.digest, given.body, :import
                from unnest(:ids::text[], :modified::text[], :digests::text[], :bodies::text[])
                  as given (id, modified, digest, body)
                on conflict (id) do update
                set modified = excluded.modified, digest = excluded.digest, body = excluded.body, import = excluded.import
                where known.digest <> excluded.digest
                  and (known.modified is null or excluded.modified is null or excluded.modified >= known.modified)
                returning xmax = 0
                """)
            .param("import", id)
            .param("ids", all.stream().map(Advisory::id).toArray(String[]::new))
            .param(
                "modified",
                all.stream()
                    .map(advisory -> advisory.modified().map(Instant::toString).orElse(null))
                    .toArray(String[]::new))
            .param("digests", bodies.stream().map(Sha256::hexOf).toArray(String[]::new))
            .param("bodies", bodies.toArray(String[]::new))
            .query((rs, row) -> rs.getBoolean(1))
            .list();
    int added = (int) fresh.stream().filter(one -> one).count();
    return new Written(added, fresh.size() - added);
  }

  /** The newest import; 0 when there is none. */
  long newest() {
    return jdbc.sql("select coalesce(max(id), 0) from inventory_advisory_import")
        .query(Long.class)
        .single();
  }

  /** What came with imports after that one. */
  List<Advisory> since(long seen) {
    List<Advisory> found = new ArrayList<>();
    template.query(
        "select body from inventory_advisory where import > ?",
        rs -> {
          found.add(AdvisoryText.read(rs.getString("body")));
        },
        seen);
    return found;
  }
}
