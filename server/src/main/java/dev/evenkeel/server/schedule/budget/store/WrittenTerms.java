package dev.evenkeel.server.schedule.budget.store;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that was ever written of the plan of an upgrade, read as far back as somebody asks. */
@Repository
public class WrittenTerms {
  private final JdbcClient jdbc;

  WrittenTerms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A text and who saved it. */
  public record Saved(long version, String body, Actor by) {}

  /** The newest first. */
  public Iterator<Saved> back(UpgradeId upgrade) {
    return new Iterator<>() {
      private final Deque<Saved> read = new ArrayDeque<>();
      private long before = Long.MAX_VALUE;

      @Override
      public boolean hasNext() {
        if (read.isEmpty() && before > 1) {
          read.addAll(some(upgrade, before));
          before = read.isEmpty() ? 0 : read.getLast().version();
        }
        return !read.isEmpty();
      }

      @Override
      public Saved next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return read.removeFirst();
      }
    };
  }

  private List<Saved> some(UpgradeId upgrade, long before) {
    return jdbc.sql(
            """
            select version, body, actor_kind, actor from schedule_terms
            where upgrade = :upgrade and version < :before
            order by version desc limit 20
            """)
        .param("upgrade", upgrade.value())
        .param("before", before)
        .query((rs, n) ->
            new Saved(
                rs.getLong("version"),
                rs.getString("body"),
                new Actor(Actor.Kind.valueOf(rs.getString("actor_kind")), rs.getString("actor"))))
        .list();
  }
}
