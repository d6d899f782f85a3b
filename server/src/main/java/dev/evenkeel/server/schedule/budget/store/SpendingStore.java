package dev.evenkeel.server.schedule.budget.store;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was spent, entry by entry. */
@Repository
public class SpendingStore {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  SpendingStore(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
  }

  /** In the order in which they were written. */
  public List<Spent> of(UpgradeId upgrade) {
    return jdbc.sql("select * from schedule_spending where upgrade = :upgrade order by number")
        .param("upgrade", upgrade.value())
        .query(SpendingStore::spent)
        .list();
  }

  public List<Spent> all() {
    return jdbc.sql("select * from schedule_spending order by upgrade, number")
        .query(SpendingStore::spent)
        .list();
  }

  /**
   * @return false when another entry came in between
   */
  @Transactional
  public boolean add(Spent entry) {
    boolean kept =
        jdbc.sql(
                    """
                    insert into schedule_spending (upgrade, number, budget, day, kind, phase, amount, note, corrects, decision, actor_kind, actor, at)
                    select :upgrade, :number, :budget, :day, :kind, :phase, :amount, :note, :corrects, :decision, :actor_kind, :actor, :at
                    where :number = 1 + (select coalesce(max(number), 0) from schedule_spending where upgrade = :upgrade)
                    on conflict do nothing
                    """)
                .param("upgrade", entry.upgrade().value())
                .param("number", entry.number())
                .param("budget", entry.budget().orElse(null))
                .param("day", entry.day())
                .param("kind", entry.kind().name())
                .param("phase", entry.phase())
                .param("amount", entry.amount())
                .param("note", entry.note())
                .param("corrects", number(entry.corrects()), java.sql.Types.INTEGER)
                .param("decision", number(entry.decision()), java.sql.Types.INTEGER)
                .param("actor_kind", entry.by().kind().name())
                .param("actor", entry.by().name())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (kept) {
      events.publishEvent(
          Auditable.by(entry.by(), "money spent", "/upgrades/%s/costs".formatted(entry.upgrade()))
              .with("number", entry.number())
              .with("day", entry.day())
              .with("kind", entry.kind())
              .with("amount", entry.amount())
              .with("note", entry.note())
              .with("budget", entry.budget()));
    }
    return kept;
  }

  private static @org.jspecify.annotations.Nullable Integer number(OptionalInt number) {
    return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
  }

  private static Spent spent(ResultSet rs, int n) throws SQLException {
    return new Spent(
        new UpgradeId(rs.getLong("upgrade")),
        rs.getInt("number"),
        Optional.ofNullable(rs.getString("budget")),
        rs.getObject("day", LocalDate.class),
        CostKind.valueOf(rs.getString("kind")),
        rs.getInt("phase"),
        rs.getLong("amount"),
        rs.getString("note"),
        maybe(rs, "corrects"),
        maybe(rs, "decision"),
        new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor")),
        rs.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static OptionalInt maybe(ResultSet rs, String column) throws SQLException {
    int number = rs.getInt(column);
    return rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
