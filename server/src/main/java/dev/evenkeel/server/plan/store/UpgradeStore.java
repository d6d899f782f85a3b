package dev.evenkeel.server.plan.store;

import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.plan.UpgradeFilter;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.plan.UpgradeState;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Upgrades as they are now. */
@Repository
public class UpgradeStore {
  private static final String UPGRADES =
      """
      select plan_upgrade.*, decided.kind as decided
      from plan_upgrade left join plan_over decided on decided.upgrade = id
      """;

  private final JdbcClient jdbc;

  UpgradeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public UpgradeId add(Terms terms, Actor actor, Instant at) {
    return new UpgradeId(
        with(
                jdbc.sql(
                    """
                    insert into plan_upgrade (title, why, systems, from_version, to_version, class, owner, go_live,
                      downtime_minutes, way_back, made_by_kind, made_by, made_at, changed_by_kind, changed_by, changed_at)
                    values (:title, :why, :systems, :from, :to, :class, :owner, :go_live,
                      :downtime, :way_back, :actor_kind, :actor, :at, :actor_kind, :actor, :at)
                    returning id
                    """),
                terms,
                actor,
                at)
            .query(Long.class)
            .single());
  }

  /**
   * @return false when the version is another by now
   */
  public boolean edit(UpgradeId id, Terms terms, long seen, Actor actor, Instant at) {
    return with(
                jdbc.sql(
                    """
                    update plan_upgrade set title = :title, why = :why, systems = :systems, from_version = :from,
                      to_version = :to, class = :class, owner = :owner, go_live = :go_live, downtime_minutes = :downtime,
                      way_back = :way_back, changed_by_kind = :actor_kind, changed_by = :actor, changed_at = :at,
                      version = version + 1
                    where id = :id and version = :seen
                    """),
                terms,
                actor,
                at)
            .param("id", id.value())
            .param("seen", seen)
            .update()
        == 1;
  }

  private static StatementSpec with(StatementSpec sql, Terms terms, Actor actor, Instant at) {
    return sql.param("title", terms.title())
        .param("why", terms.why())
        .param("systems", terms.systems().toArray(String[]::new))
        .param("from", terms.from())
        .param("to", terms.to())
        .param("class", terms.upgradeClass().name())
        .param("owner", terms.owner())
        .param("go_live", terms.goLive().orElse(null), Types.DATE)
        .param("downtime", terms.downtimeMinutes().orElse(null), Types.INTEGER)
        .param("way_back", terms.wayBack().orElse(null), Types.VARCHAR)
        .param("actor_kind", actor.kind().name())
        .param("actor", actor.name())
        .param("at", at.atOffset(ZoneOffset.UTC));
  }

  public Optional<Upgrade> find(UpgradeId id) {
    return jdbc.sql(UPGRADES + "where id = :id")
        .param("id", id.value())
        .query(UpgradeStore::upgradeOf)
        .optional();
  }

  /** Of those that are there. */
  public Map<UpgradeId, String> titles(Collection<UpgradeId> ids) {
    Map<UpgradeId, String> titles = new HashMap<>();
    jdbc.sql("select id, title from plan_upgrade where id = any(:ids)")
        .param("ids", ids.stream().map(UpgradeId::value).toArray(Long[]::new))
        .query((ResultSet rs) -> {
          titles.put(new UpgradeId(rs.getLong("id")), rs.getString("title"));
        });
    return titles;
  }

  /** All names, which nobody else changes until the end of the transaction. */
  public Map<String, UpgradeId> names() {
    jdbc.sql("lock table plan_upgrade_name in share row exclusive mode").update();
    Map<String, UpgradeId> names = new HashMap<>();
    jdbc.sql("select name, upgrade from plan_upgrade_name")
        .query((ResultSet rs) -> {
          names.put(rs.getString("name"), new UpgradeId(rs.getLong("upgrade")));
        });
    return names;
  }

  public void name(UpgradeId id, String name) {
    jdbc.sql("insert into plan_upgrade_name (name, upgrade) values (:name, :upgrade)")
        .param("name", name)
        .param("upgrade", id.value())
        .update();
  }

  public List<Upgrade> list(int limit) {
    return jdbc.sql(UPGRADES + "order by go_live nulls last, id limit :limit")
        .param("limit", limit)
        .query(UpgradeStore::upgradeOf)
        .list();
  }

  /** Those that are next first; those without a day last. */
  public List<Upgrade> list(UpgradeFilter filter, int limit) {
    return jdbc.sql(
            UPGRADES
                + """
                where (:text = '' or position(lower(:text) in lower(title)) > 0
                    or position(lower(:text) in lower(owner)) > 0
                    or exists (select from unnest(systems) as one where position(lower(:text) in lower(one)) > 0))
                  and (:state = '' or coalesce(decided.kind, 'OPEN') = :state)
                order by go_live nulls last, id offset :from limit :limit
                """)
        .param("text", filter.text())
        .param("state", filter.state().map(UpgradeStore::decision).orElse(""))
        .param("from", filter.from())
        .param("limit", limit)
        .query(UpgradeStore::upgradeOf)
        .list();
  }

  /** All that are not over. */
  public List<Upgrade> open() {
    return jdbc.sql(UPGRADES + "where decided.kind is null order by go_live nulls last, id")
        .query(UpgradeStore::upgradeOf)
        .list();
  }

  /** Of these, those whose day of go-live is one of the days, both included, or that are named. */
  public List<Upgrade> openAbout(LocalDate first, LocalDate last, Collection<UpgradeId> named) {
    return jdbc.sql(
            UPGRADES
                + """
                where decided.kind is null and (go_live between :first and :last or id = any(:named))
                order by go_live nulls last, id
                """)
        .param("first", first)
        .param("last", last)
        .param("named", named.stream().map(UpgradeId::value).toArray(Long[]::new))
        .query(UpgradeStore::upgradeOf)
        .list();
  }

  private static String decision(UpgradeState state) {
    return switch (state) {
      case OPEN -> "OPEN";
      case CANCELLED -> "CANCEL";
      case REVIEWED -> "REVIEW";
    };
  }

  private static UpgradeState state(@Nullable String decided) {
    if (decided == null) {
      return UpgradeState.OPEN;
    }
    return decided.equals("CANCEL") ? UpgradeState.CANCELLED : UpgradeState.REVIEWED;
  }

  private static Upgrade upgradeOf(ResultSet rs, int n) throws SQLException {
    return new Upgrade(
        new UpgradeId(rs.getLong("id")),
        new Terms(
            rs.getString("title"),
            rs.getString("why"),
            List.of((String[]) rs.getArray("systems").getArray()),
            rs.getString("from_version"),
            rs.getString("to_version"),
            UpgradeClass.valueOf(rs.getString("class")),
            rs.getString("owner"),
            Optional.ofNullable(rs.getObject("go_live", LocalDate.class)),
            Optional.ofNullable(rs.getObject("downtime_minutes", Integer.class)),
            Optional.ofNullable(rs.getString("way_back"))),
        state(rs.getString("decided")),
        new Actor(Actor.Kind.valueOf(rs.getString("made_by_kind")), rs.getString("made_by")),
        rs.getObject("made_at", OffsetDateTime.class).toInstant(),
        new Actor(Actor.Kind.valueOf(rs.getString("changed_by_kind")), rs.getString("changed_by")),
        rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
        rs.getLong("version"));
  }
}
