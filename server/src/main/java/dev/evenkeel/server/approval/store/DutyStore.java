package dev.evenkeel.server.approval.store;

import static dev.evenkeel.server.approval.store.ApprovalStore.utc;

import dev.evenkeel.server.approval.binding.Duty;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what for which upgrade, and who sees to the change. */
@Repository
public class DutyStore {
  private static final String RUNS = "/runs/";

  private final JdbcClient jdbc;

  DutyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return whether any of it was new
   */
  public boolean add(
      UpgradeId upgrade, Duty duty, Collection<String> people, String about, Instant at) {
    int added = 0;
    for (String person : people) {
      added +=
          jdbc.sql(
                  """
                  insert into approval_duty (upgrade, duty, person, about, at)
                  values (:upgrade, :duty, :person, :about, :at) on conflict do nothing
                  """)
              .param("upgrade", upgrade.value())
              .param("duty", duty.name())
              .param("person", person)
              .param("about", about)
              .param("at", utc(at))
              .update();
    }
    return added > 0;
  }

  /** Who carried it out or said whether it is well: that stays so. */
  public Map<Duty, Set<String>> of(UpgradeId upgrade) {
    Map<Duty, Set<String>> held = new EnumMap<>(Duty.class);
    jdbc.sql(
            "select duty, person from approval_duty where upgrade = :upgrade and duty in ('OPERATOR', 'VALIDATOR')")
        .param("upgrade", upgrade.value())
        .query((rs, n) -> Map.entry(Duty.valueOf(rs.getString("duty")), rs.getString("person")))
        .list()
        .forEach(
            one -> held.computeIfAbsent(one.getKey(), _ -> new HashSet<>()).add(one.getValue()));
    return held;
  }

  /** Who carried out what, by the runs. */
  public Map<String, Set<String>> operators(UpgradeId upgrade) {
    Map<String, Set<String>> people = new HashMap<>();
    jdbc.sql(
            "select about, person from approval_duty where upgrade = :upgrade and duty = 'OPERATOR'")
        .param("upgrade", upgrade.value())
        .query((rs, n) ->
            Map.entry(rs.getString("about").substring(RUNS.length()), rs.getString("person")))
        .list()
        .forEach(
            one -> people.computeIfAbsent(one.getKey(), _ -> new HashSet<>()).add(one.getValue()));
    return people;
  }

  /** Who asked for what a run carries out, and who agreed to it, by the runs. */
  public Map<String, Map<Duty, Set<String>>> agreed(UpgradeId upgrade) {
    record Row(String run, Duty duty, String person) {}
    Map<String, Map<Duty, Set<String>>> runs = new HashMap<>();
    jdbc.sql(
            "select duty, person, about from approval_duty where upgrade = :upgrade and duty in ('REQUESTER', 'APPROVER')")
        .param("upgrade", upgrade.value())
        .query((rs, n) ->
            new Row(
                rs.getString("about").substring(RUNS.length()),
                Duty.valueOf(rs.getString("duty")),
                rs.getString("person")))
        .list()
        .forEach(one ->
            runs.computeIfAbsent(one.run(), _ -> new EnumMap<>(Duty.class))
                .computeIfAbsent(one.duty(), _ -> new HashSet<>())
                .add(one.person()));
    return runs;
  }

  /** That a run began on the word of these. */
  public record Began(String run, Instant at, List<String> approvers) {}

  /** The runs that began on somebody's word. */
  public List<Began> began(UpgradeId upgrade) {
    return jdbc.sql(
            """
            select about, min(at) as at, array_agg(person order by person) as people from approval_duty
            where upgrade = :upgrade and duty = 'APPROVER' group by about order by 2
            """)
        .param("upgrade", upgrade.value())
        .query((rs, n) ->
            new Began(
                rs.getString("about").substring(RUNS.length()),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                List.of((String[]) rs.getArray("people").getArray())))
        .list();
  }

  /** Those on whose word a run began, or went on. */
  public void agreed(
      UpgradeId upgrade, Duty duty, Collection<String> people, String run, Instant at) {
    add(upgrade, duty, people, RUNS + run, at);
  }

  /** Those who started a run, or let it go on. */
  public boolean operates(UpgradeId upgrade, Collection<String> people, String run, Instant at) {
    return add(upgrade, Duty.OPERATOR, people, RUNS + run, at);
  }

  public Optional<String> manager(UpgradeId upgrade) {
    return jdbc.sql(
            "select person from approval_manager where upgrade = :upgrade order by number desc limit 1")
        .param("upgrade", upgrade.value())
        .query(String.class)
        .optional();
  }

  public void manager(UpgradeId upgrade, String person, Actor actor, Instant at) {
    jdbc.sql(
            """
            insert into approval_manager (upgrade, number, person, actor_kind, actor, at)
            select :upgrade, 1 + coalesce(max(number), 0), :person, :kind, :actor, :at
            from approval_manager where upgrade = :upgrade
            """)
        .param("upgrade", upgrade.value())
        .param("person", person)
        .param("kind", actor.kind().name())
        .param("actor", actor.name())
        .param("at", utc(at))
        .update();
  }
}
