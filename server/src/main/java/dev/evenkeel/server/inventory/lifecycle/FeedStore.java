package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.backlog.Factor.Weight;
import dev.evenkeel.estate.backlog.Weights;
import dev.evenkeel.estate.lifecycle.match.Correction;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps lifecycle data, corrections and weights. */
@Repository
class FeedStore {
  private final JdbcClient jdbc;

  FeedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those in use, the oldest first. */
  List<Feed> feeds() {
    return jdbc.sql("select * from inventory_feed order by id").query(FeedStore::feed).list();
  }

  byte[] body(long id) {
    return jdbc.sql("select body from inventory_feed where id = :id")
        .param("id", id)
        .query(byte[].class)
        .single();
  }

  String digest(long id) {
    return jdbc.sql("select digest from inventory_feed where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  Feed add(
      String origin,
      Optional<String> product,
      String digest,
      int products,
      int rejected,
      byte[] body,
      Actor actor,
      Instant at) {
    return jdbc.sql(
            """
            insert into inventory_feed (at, actor_kind, actor, origin, product, digest, products, rejected, body)
            values (:at, :kind, :actor, :origin, :product, :digest, :products, :rejected, :body)
            returning *
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("kind", actor.kind().name())
        .param("actor", actor.name())
        .param("origin", origin)
        .param("product", product.orElse(null))
        .param("digest", digest)
        .param("products", products)
        .param("rejected", rejected)
        .param("body", body)
        .query(FeedStore::feed)
        .single();
  }

  int remove(long id) {
    return jdbc.sql("delete from inventory_feed where id = :id").param("id", id).update();
  }

  private static Feed feed(ResultSet rs, int n) throws SQLException {
    return new Feed(
        rs.getLong("id"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")),
        rs.getString("origin"),
        Optional.ofNullable(rs.getString("product")),
        rs.getInt("products"),
        rs.getInt("rejected"));
  }

  List<Correction> corrections() {
    return jdbc.sql("select said, product from inventory_correction order by at, said")
        .query((rs, n) ->
            new Correction(rs.getString("said"), Optional.ofNullable(rs.getString("product"))))
        .list();
  }

  void correct(Correction correction, Actor actor, Instant at) {
    jdbc.sql(
            """
            insert into inventory_correction (said, product, at, actor_kind, actor)
            values (:said, :product, :at, :kind, :actor)
            on conflict (said) do update set product = excluded.product, at = excluded.at,
              actor_kind = excluded.actor_kind, actor = excluded.actor
            """)
        .param("said", correction.said())
        .param("product", correction.product().orElse(null))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("kind", actor.kind().name())
        .param("actor", actor.name())
        .update();
  }

  int forget(String said) {
    return jdbc.sql("delete from inventory_correction where said = :said")
        .param("said", said)
        .update();
  }

  Weights weights() {
    Map<Weight, Integer> values = new EnumMap<>(Weight.class);
    jdbc.sql("select name, value from inventory_weight")
        .query(rs -> {
          values.put(Weight.valueOf(rs.getString("name")), rs.getInt("value"));
        });
    return Weights.of(values);
  }

  void weigh(Weights weights) {
    jdbc.sql("delete from inventory_weight").update();
    for (Weight weight : Weight.values()) {
      if (weights.of(weight) != weight.usual()) {
        jdbc.sql("insert into inventory_weight (name, value) values (:name, :value)")
            .param("name", weight.name())
            .param("value", weights.of(weight))
            .update();
      }
    }
  }
}
