package dev.evenkeel.server.comms.rule;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rules, and what they did. */
@Repository
class AutomationStore {
  private final JdbcClient jdbc;

  AutomationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Rule> all() {
    return jdbc.sql("select * from comms_rule order by upgrade nulls first, id")
        .query(AutomationStore::ruleOf)
        .list();
  }

  Optional<Rule> find(long id) {
    return jdbc.sql("select * from comms_rule where id = :id")
        .param("id", id)
        .query(AutomationStore::ruleOf)
        .optional();
  }

  /**
   * @return empty when the upgrade has this automation of a template already
   */
  Optional<Long> add(
      RuleTerms terms, boolean on, long since, Optional<String> template, Actor actor, Instant at) {
    return with(
            jdbc.sql(
                """
                insert into comms_rule (name, event, upgrade, system, action, goes_to, occasion, wording, quiet_minutes,
                  most_an_hour, is_on, since, template, changed_at, changed_by, author_kind, author, authored_at)
                values (:name, :event, :upgrade, :system, :action, :to, :occasion, :wording, :quiet,
                  :most, :on, :since, :template, :at, :by, :author_kind, :by, :at)
                on conflict do nothing
                returning id
                """),
            terms)
        .param("on", on)
        .param("since", since)
        .param("template", template.orElse(null), Types.VARCHAR)
        .param("author_kind", actor.kind().name())
        .param("at", at.atOffset(UTC))
        .param("by", actor.name())
        .query(Long.class)
        .optional();
  }

  /**
   * @return false when the version is another by now
   */
  boolean edit(long id, RuleTerms terms, long seen, Actor actor, Instant at) {
    return with(
                jdbc.sql(
                    """
                    update comms_rule set name = :name, event = :event, upgrade = :upgrade, system = :system, action = :action,
                      goes_to = :to, occasion = :occasion, wording = :wording, quiet_minutes = :quiet, most_an_hour = :most,
                      version = version + 1, changed_at = :at, changed_by = :by,
                      author_kind = :author_kind, author = :by, authored_at = :at
                    where id = :id and version = :seen
                    """),
                terms)
            .param("author_kind", actor.kind().name())
            .param("id", id)
            .param("seen", seen)
            .param("at", at.atOffset(UTC))
            .param("by", actor.name())
            .update()
        == 1;
  }

  private static StatementSpec with(StatementSpec statement, RuleTerms terms) {
    return statement
        .param("name", terms.name())
        .param("event", terms.event().name())
        .param("upgrade", terms.upgrade().map(UpgradeId::value).orElse(null), Types.BIGINT)
        .param("system", terms.system().orElse(null), Types.VARCHAR)
        .param("action", terms.action().name())
        .param("to", terms.to())
        .param("occasion", terms.occasion().name())
        .param("wording", terms.wording().orElse(null), Types.VARCHAR)
        .param("quiet", terms.quietMinutes())
        .param("most", terms.mostAnHour());
  }

  boolean turn(long id, boolean on, long since, long seen, Actor actor, Instant at) {
    return jdbc.sql(
                """
                update comms_rule set is_on = :on, stopped = null, since = greatest(since, :since), version = version + 1,
                  changed_at = :at, changed_by = :by
                where id = :id and version = :seen
                """)
            .param("on", on)
            .param("since", since)
            .param("id", id)
            .param("seen", seen)
            .param("at", at.atOffset(UTC))
            .param("by", actor.name())
            .update()
        == 1;
  }

  void stop(long id, String says) {
    jdbc.sql("update comms_rule set stopped = :says, version = version + 1 where id = :id")
        .param("says", says)
        .param("id", id)
        .update();
  }

  boolean remove(long id, long seen) {
    return jdbc.sql("delete from comms_rule where id = :id and version = :seen")
            .param("id", id)
            .param("seen", seen)
            .update()
        == 1;
  }

  private static Rule ruleOf(ResultSet rs, int n) throws SQLException {
    long upgrade = rs.getLong("upgrade");
    Optional<UpgradeId> only =
        rs.wasNull() ? Optional.empty() : Optional.of(new UpgradeId(upgrade));
    return new Rule(
        rs.getLong("id"),
        new RuleTerms(
            rs.getString("name"),
            RuleEvent.valueOf(rs.getString("event")),
            only,
            Optional.ofNullable(rs.getString("system")),
            RuleTerms.Kind.valueOf(rs.getString("action")),
            rs.getString("goes_to"),
            Occasion.valueOf(rs.getString("occasion")),
            Optional.ofNullable(rs.getString("wording")),
            rs.getInt("quiet_minutes"),
            rs.getInt("most_an_hour")),
        rs.getBoolean("is_on"),
        Optional.ofNullable(rs.getString("stopped")),
        rs.getLong("since"),
        Optional.ofNullable(rs.getString("template")),
        rs.getLong("version"),
        instant(rs, "changed_at"),
        rs.getString("changed_by"),
        new Actor(Actor.Kind.valueOf(rs.getString("author_kind")), rs.getString("author")),
        instant(rs, "authored_at"));
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Up to which row of the trail rules were asked. */
  long position() {
    return jdbc.sql("select seq from comms_rule_position").query(Long.class).single();
  }

  void position(long seq) {
    jdbc.sql("update comms_rule_position set seq = greatest(seq, :seq)").param("seq", seq).update();
  }

  /** Holds other servers back until the end of the transaction. */
  void lock() {
    jdbc.sql("select seq from comms_rule_position for update").query(Long.class).single();
  }

  /**
   * @return false when the rule did something about this row before
   */
  boolean add(Firing firing) {
    return jdbc.sql(
                """
                insert into comms_firing (rule, seq, rule_name, happened, what, subject, upgrade, at, outcome, says, messages)
                values (:rule, :seq, :name, :happened, :what, :subject, :upgrade, :at, :outcome, :says, :messages)
                on conflict do nothing
                """)
            .param("rule", firing.rule())
            .param("seq", firing.seq())
            .param("name", firing.ruleName())
            .param("happened", firing.happened().atOffset(UTC))
            .param("what", firing.what())
            .param("subject", firing.subject())
            .param("upgrade", firing.upgrade().map(UpgradeId::value).orElse(null), Types.BIGINT)
            .param("at", firing.at().atOffset(UTC))
            .param("outcome", firing.outcome().name())
            .param("says", StoredText.of(firing.says()))
            .param("messages", firing.messages().toArray(Long[]::new))
            .update()
        == 1;
  }

  Optional<Firing> firing(long rule, long seq) {
    return jdbc.sql("select * from comms_firing where rule = :rule and seq = :seq")
        .param("rule", rule)
        .param("seq", seq)
        .query(AutomationStore::firingOf)
        .optional();
  }

  /**
   * What came of one that failed and was tried again.
   *
   * @return false when somebody else did that meanwhile
   */
  boolean again(Firing firing) {
    return jdbc.sql(
                """
                update comms_firing set at = :at, outcome = :outcome, says = :says, messages = :messages
                where rule = :rule and seq = :seq and outcome = 'FAILED'
                """)
            .param("at", firing.at().atOffset(UTC))
            .param("outcome", firing.outcome().name())
            .param("says", StoredText.of(firing.says()))
            .param("messages", firing.messages().toArray(Long[]::new))
            .param("rule", firing.rule())
            .param("seq", firing.seq())
            .update()
        == 1;
  }

  boolean isFired(long rule, long seq) {
    return jdbc.sql("select exists (select from comms_firing where rule = :rule and seq = :seq)")
        .param("rule", rule)
        .param("seq", seq)
        .query(Boolean.class)
        .single();
  }

  /** Of one rule, about what happened after a moment. */
  List<Firing> since(long rule, Instant moment) {
    return jdbc.sql("select * from comms_firing where rule = :rule and happened > :moment")
        .param("rule", rule)
        .param("moment", moment.atOffset(UTC))
        .query(AutomationStore::firingOf)
        .list();
  }

  /** The newest first. */
  List<Firing> ofRule(long rule, int limit) {
    return jdbc.sql("select * from comms_firing where rule = :rule order by seq desc limit :limit")
        .param("rule", rule)
        .param("limit", limit)
        .query(AutomationStore::firingOf)
        .list();
  }

  List<Firing> ofUpgrade(UpgradeId upgrade, int limit) {
    return jdbc.sql(
            "select * from comms_firing where upgrade = :upgrade order by seq desc, rule limit"
                + " :limit")
        .param("upgrade", upgrade.value())
        .param("limit", limit)
        .query(AutomationStore::firingOf)
        .list();
  }

  List<Firing> newest(int limit) {
    return jdbc.sql("select * from comms_firing order by at desc, seq desc limit :limit")
        .param("limit", limit)
        .query(AutomationStore::firingOf)
        .list();
  }

  private static Firing firingOf(ResultSet rs, int n) throws SQLException {
    long upgrade = rs.getLong("upgrade");
    Optional<UpgradeId> about =
        rs.wasNull() ? Optional.empty() : Optional.of(new UpgradeId(upgrade));
    return new Firing(
        rs.getLong("rule"),
        rs.getLong("seq"),
        rs.getString("rule_name"),
        instant(rs, "happened"),
        rs.getString("what"),
        rs.getString("subject"),
        about,
        instant(rs, "at"),
        Firing.Outcome.valueOf(rs.getString("outcome")),
        rs.getString("says"),
        Arrays.asList((Long[]) rs.getArray("messages").getArray()));
  }
}
