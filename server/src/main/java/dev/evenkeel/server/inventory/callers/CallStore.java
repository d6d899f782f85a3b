package dev.evenkeel.server.inventory.callers;

import dev.evenkeel.estate.callers.CallerRule;
import dev.evenkeel.estate.callers.Mark;
import dev.evenkeel.estate.callers.SeenCall;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Calls that were seen, and what people said of callers. */
@Repository
class CallStore {
  /** Most pairs that are compared: the busiest. */
  private static final int MOST = 200_000;

  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final JdbcTemplate template;

  CallStore(JdbcClient jdbc, JdbcTemplate template, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.template = template;
  }

  /**
   * @return false when this very file was taken before
   */
  @Transactional
  boolean begin(String digest, String file, long calls, Actor actor, Instant at) {
    boolean isNew =
        jdbc.sql(
                    """
                    insert into inventory_call_file (digest, at, actor_kind, actor, file, calls)
                    values (:digest, :at, :kind, :actor, :file, :calls)
                    on conflict do nothing
                    """)
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", actor.kind().name())
                .param("actor", actor.name())
                .param("file", file)
                .param("calls", calls)
                .update()
            == 1;
    if (isNew) {
      events.publishEvent(
          Auditable.by(actor, "calls taken", "/estate/callers")
              .with("file", file)
              .with("digest", digest)
              .with("calls", calls));
    }
    return isNew;
  }

  void add(List<SeenCall> calls) {
    template.batchUpdate(
        """
        insert into inventory_call as known (caller, callee, calls, first_seen, last_seen, example)
        values (?, ?, ?, ?, ?, ?)
        on conflict (caller, callee) do update
        set calls = known.calls + excluded.calls,
            first_seen = least(known.first_seen, excluded.first_seen),
            last_seen = greatest(known.last_seen, excluded.last_seen),
            example = excluded.example
        """,
        calls,
        AT_ONCE,
        (statement, call) -> {
          statement.setArray(1, array(statement.getConnection(), call.caller()));
          statement.setArray(2, array(statement.getConnection(), call.callee()));
          statement.setLong(3, call.count());
          statement.setObject(4, call.first().atOffset(ZoneOffset.UTC));
          statement.setObject(5, call.last().atOffset(ZoneOffset.UTC));
          statement.setString(6, call.example().replace("\0", ""));
        });
  }

  private static Array array(Connection connection, List<Mark> marks) throws SQLException {
    return connection.createArrayOf(
        "text", marks.stream().map(mark -> mark.toString().replace("\0", "")).toArray());
  }

  /** Changes with whatever calls and rules there are. */
  String state() {
    return jdbc.sql(
            """
            select (select count(*) || ' ' || coalesce(max(at)::text, '') from inventory_call_file) || ' '
              || (select count(*) || ' ' || coalesce(max(at)::text, '') from inventory_caller_rule)
            """)
        .query(String.class)
        .single();
  }

  List<SeenCall> all() {
    return jdbc.sql("select * from inventory_call order by calls desc limit :most")
        .param("most", MOST)
        .query((rs, row) -> call(rs))
        .list();
  }

  private static SeenCall call(ResultSet rs) throws SQLException {
    return new SeenCall(
        marks(rs.getArray("caller")),
        marks(rs.getArray("callee")),
        rs.getLong("calls"),
        rs.getObject("first_seen", OffsetDateTime.class).toInstant(),
        rs.getObject("last_seen", OffsetDateTime.class).toInstant(),
        rs.getString("example"));
  }

  private static List<Mark> marks(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray())
        .flatMap(text -> Mark.read(text).stream())
        .toList();
  }

  List<CallerRule> rules() {
    return jdbc.sql(
            "select kind, pattern, system from inventory_caller_rule order by kind, pattern")
        .query((rs, row) ->
            new CallerRule(
                Mark.Kind.valueOf(rs.getString("kind")),
                rs.getString("pattern"),
                optional(rs.getString("system"))))
        .list();
  }

  private static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text);
  }

  void put(CallerRule rule, Actor actor, Instant at) {
    jdbc.sql(
            """
            insert into inventory_caller_rule (kind, pattern, system, at, actor_kind, actor)
            values (:kind, :pattern, :system, :at, :actorKind, :actor)
            on conflict (kind, pattern) do update
            set system = excluded.system, at = excluded.at, actor_kind = excluded.actor_kind, actor = excluded.actor
            """)
        .param("kind", rule.kind().name())
        .param("pattern", rule.pattern())
        .param("system", rule.system().orElse(null))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("actorKind", actor.kind().name())
        .param("actor", actor.name())
        .update();
  }

  boolean remove(Mark.Kind kind, String pattern) {
    return jdbc.sql("delete from inventory_caller_rule where kind = :kind and pattern = :pattern")
            .param("kind", kind.name())
            .param("pattern", pattern)
            .update()
        == 1;
  }
}
