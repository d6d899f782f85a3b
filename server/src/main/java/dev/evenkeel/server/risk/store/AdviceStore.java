package dev.evenkeel.server.risk.store;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.AdviceNote;
import dev.evenkeel.server.risk.reckon.Strategy;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was advised, since when, and why it changed. */
@Repository
public class AdviceStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  AdviceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(UpgradeId upgrade, AdviceNote note) {
    jdbc.sql(
            """
            insert into risk_advice (upgrade, at, strategy, scores, facts, why)
            values (:upgrade, :at, :strategy, :scores, :facts, :why)
            """)
        .param("upgrade", upgrade.value())
        .param("at", note.at().atOffset(ZoneOffset.UTC))
        .param("strategy", note.strategy().name())
        .param("scores", note.scores())
        .param("facts", JSON.writeValueAsString(note.facts()))
        .param("why", note.why())
        .update();
  }

  /** The newest first. */
  public List<AdviceNote> of(UpgradeId upgrade, int limit) {
    return jdbc.sql(
            "select * from risk_advice where upgrade = :upgrade order by id desc limit :limit")
        .param("upgrade", upgrade.value())
        .param("limit", limit)
        .query((rs, n) -> {
          Map<String, String> facts =
              JSON.readValue(
                  rs.getString("facts"), new TypeReference<LinkedHashMap<String, String>>() {});
          return new AdviceNote(
              rs.getObject("at", OffsetDateTime.class).toInstant(),
              Strategy.valueOf(rs.getString("strategy")),
              rs.getString("scores"),
              facts,
              rs.getString("why"));
        })
        .list();
  }
}
