package dev.evenkeel.server.people.store;

import dev.evenkeel.server.people.Answer;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said; it is only added. */
@Repository
public class AnswerStore {
  private final JdbcClient jdbc;

  AnswerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The oldest first. */
  public List<Answer> of(UpgradeId upgrade) {
    return jdbc.sql("select * from people_answer where upgrade = :upgrade order by id")
        .param("upgrade", upgrade.value())
        .query(AnswerStore::answer)
        .list();
  }

  public void add(Answer answer) {
    jdbc.sql(
            """
            insert into people_answer (upgrade, kind, person, about, note, actor_kind, actor, at)
            values (:upgrade, :kind, :person, :about, :note, :actor_kind, :actor, :at)
            """)
        .param("upgrade", answer.upgrade().value())
        .param("kind", answer.kind().name())
        .param("person", answer.person().orElse(null), Types.VARCHAR)
        .param("about", answer.about())
        .param("note", answer.note().orElse(null), Types.VARCHAR)
        .param("actor_kind", answer.by().kind().name())
        .param("actor", answer.by().name())
        .param("at", answer.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Answer answer(ResultSet row, int n) throws SQLException {
    return new Answer(
        new UpgradeId(row.getLong("upgrade")),
        Answer.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("person")),
        row.getString("about"),
        Optional.ofNullable(row.getString("note")),
        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
