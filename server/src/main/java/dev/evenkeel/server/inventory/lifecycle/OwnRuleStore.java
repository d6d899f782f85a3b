package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.server.shared.Actor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps rules of one's own, as they were written. */
@Repository
class OwnRuleStore {
  private final JdbcClient jdbc;

  OwnRuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<OwnRule> all() {
    return jdbc.sql("select * from inventory_path_rule order by product")
        .query((rs, n) ->
            new OwnRule(
                rs.getString("product"),
                rs.getString("body"),
                new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")),
                rs.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  void put(OwnRule rule) {
    jdbc.sql(
            """
            insert into inventory_path_rule (product, body, at, actor_kind, actor)
            values (:product, :body, :at, :kind, :actor)
            on conflict (product) do update set body = excluded.body, at = excluded.at,
              actor_kind = excluded.actor_kind, actor = excluded.actor
            """)
        .param("product", rule.product())
        .param("body", rule.text())
        .param("at", rule.at().atOffset(ZoneOffset.UTC))
        .param("kind", rule.by().kind().name())
        .param("actor", rule.by().name())
        .update();
  }

  int remove(String product) {
    return jdbc.sql("delete from inventory_path_rule where product = :product")
        .param("product", product)
        .update();
  }
}
