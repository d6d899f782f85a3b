package dev.evenkeel.server.risk.store;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Sheets as JSON. Every save is a row; rows are never changed. */
@Repository
public class SheetStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  SheetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public <T> Kept<T> newest(UpgradeId upgrade, SheetKind<T> kind) {
    return jdbc.sql(
            """
            select * from risk_sheet where upgrade = :upgrade and kind = :kind
            order by version desc limit 1
            """)
        .param("upgrade", upgrade.value())
        .param("kind", kind.name())
        .query((rs, n) -> kept(rs, kind))
        .optional()
        .orElseGet(() -> new Kept<>(kind.empty(), 0, Optional.empty(), Optional.empty()));
  }

  /** Of each upgrade that has one the newest. */
  public <T> Map<UpgradeId, T> newest(SheetKind<T> kind) {
    Map<UpgradeId, T> newest = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (upgrade) upgrade, body from risk_sheet where kind = :kind
            order by upgrade, version desc
            """)
        .param("kind", kind.name())
        .query(rs -> {
          newest.put(
              new UpgradeId(rs.getLong("upgrade")),
              JSON.readValue(rs.getString("body"), kind.type()));
        });
    return newest;
  }

  /** The same, of those that say this name somewhere. */
  public <T> Map<UpgradeId, T> naming(SheetKind<T> kind, String name) {
    Map<UpgradeId, T> naming = new HashMap<>();
    jdbc.sql(
            """
            select upgrade, body from (
              select distinct on (upgrade) upgrade, body from risk_sheet where kind = :kind
              order by upgrade, version desc) newest
            where position(:name in cast(body as text)) > 0
            """)
        .param("kind", kind.name())
        .param("name", JSON.writeValueAsString(name))
        .query(rs -> {
          naming.put(
              new UpgradeId(rs.getLong("upgrade")),
              JSON.readValue(rs.getString("body"), kind.type()));
        });
    return naming;
  }

  public <T> List<Kept<T>> all(UpgradeId upgrade, SheetKind<T> kind) {
    return jdbc.sql(
            """
            select * from risk_sheet where upgrade = :upgrade and kind = :kind
            order by version desc limit 100
            """)
        .param("upgrade", upgrade.value())
        .param("kind", kind.name())
        .query((rs, n) -> kept(rs, kind))
        .list();
  }

  /**
   * @return false when the newest is not the one that was seen
   */
  public <T> boolean add(
      UpgradeId upgrade, SheetKind<T> kind, T sheet, long seen, Actor actor, Instant at) {
    return jdbc.sql(
                """
                insert into risk_sheet (upgrade, kind, version, body, actor_kind, actor, at)
                select :upgrade, :kind, :seen + 1, :body, :actor_kind, :actor, :at
                where :seen = (select coalesce(max(version), 0) from risk_sheet where upgrade = :upgrade and kind = :kind)
                on conflict do nothing
                """)
            .param("upgrade", upgrade.value())
            .param("kind", kind.name())
            .param("seen", seen)
            .param("body", JSON.writeValueAsString(sheet))
            .param("actor_kind", actor.kind().name())
            .param("actor", actor.name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Of a sheet as it is kept. */
  public static String digest(Object sheet) {
    return Sha256.hexOf(JSON.writeValueAsString(sheet));
  }

  private static <T> Kept<T> kept(ResultSet rs, SheetKind<T> kind) throws SQLException {
    return new Kept<>(
        JSON.readValue(rs.getString("body"), kind.type()),
        rs.getLong("version"),
        Optional.of(
            new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor"))),
        Optional.of(rs.getObject("at", OffsetDateTime.class).toInstant()));
  }
}
