package dev.evenkeel.server.comms.plan;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.plan.MessagePlan.Given;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Plans of messages. */
@Repository
class PlanStore {
  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<MessagePlan> find(UpgradeId upgrade) {
    return jdbc.sql("select * from comms_plan where upgrade = :upgrade")
        .param("upgrade", upgrade.value())
        .query((row, n) -> plan(row))
        .optional();
  }

  /**
   * Upgrades whose plan has something that may become due by itself, or that talk while they run.
   */
  List<UpgradeId> waiting() {
    return jdbc.sql(
            """
            select upgrade from comms_plan plan
            where exists (select from comms_planned one where one.upgrade = plan.upgrade and one.state = 'APPROVED')
              and not exists (select from plan_over ended where ended.upgrade = plan.upgrade and ended.kind = 'CANCEL')
            order by upgrade
            """)
        .query((row, n) -> new UpgradeId(row.getLong("upgrade")))
        .list();
  }

  /** All whose plan somebody has touched, and that are not over. */
  List<UpgradeId> kept() {
    return jdbc.sql(
            """
            select upgrade from comms_plan plan
            where not exists (select from plan_over ended where ended.upgrade = plan.upgrade)
            order by upgrade
            """)
        .query((row, n) -> new UpgradeId(row.getLong("upgrade")))
        .list();
  }

  /** What stands on the public status page of an upgrade, the newest first. */
  List<OpenMessage> published(UpgradeId upgrade, int limit) {
    return jdbc.sql(
            "select * from comms_open_message where upgrade = :upgrade order by at desc, key limit :limit")
        .param("upgrade", upgrade.value())
        .param("limit", limit)
        .query((row, n) ->
            new OpenMessage(
                row.getString("key"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Language.valueOf(row.getString("language")),
                row.getString("subject"),
                row.getString("text")))
        .list();
  }

  /** All that are on the public status page. */
  List<UpgradeId> open() {
    return jdbc.sql("select upgrade from comms_plan where open order by upgrade desc limit 200")
        .query((row, n) -> new UpgradeId(row.getLong("upgrade")))
        .list();
  }

  List<UpgradeId> using(String channel) {
    return jdbc.sql(
            """
            select upgrade from comms_plan where live = :channel
            union select upgrade from comms_planned where channel = :channel and state <> 'SENT'
            order by upgrade
            """)
        .param("channel", channel)
        .query((row, n) -> new UpgradeId(row.getLong("upgrade")))
        .list();
  }

  /**
   * Writes the row of a plan; the first one is version 1.
   *
   * @return false when it is another version by now
   */
  boolean keep(MessagePlan plan, Actor actor, Instant now) {
    StatementSpec statement =
        plan.version() == 0
            ? jdbc.sql(
                """
                insert into comms_plan (upgrade, communicator, beat_minutes, live, speaker, contact, feedback, changes,
                  known_issues, zone, open, open_title, given_at, given_by, given_digest, version, changed_at, changed_by)
                values (:upgrade, :communicator, :beat, :live, :speaker, :contact, :feedback, :changes, :issues, :zone,
                  :open, :title, :given_at, :given_by, :given_digest, 1, :now, :by)
                on conflict do nothing
                """)
            : jdbc.sql(
                    """
                    update comms_plan set communicator = :communicator, beat_minutes = :beat, live = :live,
                      speaker = :speaker, contact = :contact, feedback = :feedback, changes = :changes,
                      known_issues = :issues, zone = :zone, open = :open, open_title = :title, given_at = :given_at,
                      given_by = :given_by, given_digest = :given_digest, version = version + 1, changed_at = :now,
                      changed_by = :by
                    where upgrade = :upgrade and version = :version
                    """)
                .param("version", plan.version());
    PlanTerms terms = plan.terms();
    return statement
            .param("upgrade", plan.upgrade().value())
            .param("communicator", terms.communicator().orElse(null), Types.VARCHAR)
            .param("beat", terms.beat().toMinutes())
            .param("live", terms.live().orElse(null), Types.VARCHAR)
            .param("speaker", terms.speaker().orElse(null), Types.VARCHAR)
            .param("contact", terms.contact().orElse(null), Types.VARCHAR)
            .param("feedback", terms.feedback().orElse(null), Types.VARCHAR)
            .param("changes", terms.changes().orElse(null), Types.VARCHAR)
            .param("issues", terms.knownIssues().orElse(null), Types.VARCHAR)
            .param("zone", terms.zone().map(ZoneId::getId).orElse(null), Types.VARCHAR)
            .param("open", terms.open())
            .param("title", terms.openTitle().orElse(null), Types.VARCHAR)
            .param(
                "given_at",
                plan.given().map(given -> given.at().atOffset(UTC)).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("given_by", plan.given().map(Given::by).orElse(null), Types.VARCHAR)
            .param("given_digest", plan.given().map(Given::digest).orElse(null), Types.VARCHAR)
            .param("now", now.atOffset(UTC))
            .param("by", actor.name())
            .update()
        == 1;
  }

  void put(UpgradeId upgrade, Planned one) {
    jdbc.sql(
            """
            insert into comms_planned (upgrade, number, occasion, basis, offset_minutes, detail, channel, language, zone,
              owner, wording, open, state, reason, decided_by, decided_at)
            values (:upgrade, :number, :occasion, :basis, :offset, :detail, :channel, :language, :zone, :owner, :wording,
              :open, :state, :reason, :by, :at)
            on conflict (upgrade, number) do update set occasion = excluded.occasion, basis = excluded.basis,
              offset_minutes = excluded.offset_minutes, detail = excluded.detail, channel = excluded.channel,
              language = excluded.language, zone = excluded.zone, owner = excluded.owner, wording = excluded.wording,
              open = excluded.open, state = excluded.state, reason = excluded.reason,
              decided_by = excluded.decided_by, decided_at = excluded.decided_at
            """)
        .param("upgrade", upgrade.value())
        .param("number", one.number())
        .param("occasion", one.occasion().name())
        .param("basis", one.basis().name())
        .param("offset", one.offset().toMinutes())
        .param("detail", one.detail().name())
        .param("channel", one.channel().orElse(null), Types.VARCHAR)
        .param("language", one.language().name())
        .param("zone", one.zone().map(ZoneId::getId).orElse(null), Types.VARCHAR)
        .param("owner", one.owner())
        .param("wording", one.wording().orElse(null), Types.VARCHAR)
        .param("open", one.open())
        .param("state", one.state().name())
        .param("reason", one.reason())
        .param("by", one.by().orElse(null), Types.VARCHAR)
        .param(
            "at", one.at().map(at -> at.atOffset(UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /**
   * What was approved is sent.
   *
   * @return false when it is no longer approved
   */
  boolean sent(UpgradeId upgrade, int number, Instant now) {
    return jdbc.sql(
                """
                update comms_planned set state = 'SENT', decided_at = :now
                where upgrade = :upgrade and number = :number and state = 'APPROVED'
                """)
            .param("upgrade", upgrade.value())
            .param("number", number)
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /**
   * What was approved is not sent any more.
   *
   * @return false when it is no longer approved
   */
  boolean overtaken(UpgradeId upgrade, int number, String reason, Instant now) {
    return jdbc.sql(
                """
                update comms_planned set state = 'SKIPPED', reason = :reason, decided_by = :by, decided_at = :now
                where upgrade = :upgrade and number = :number and state = 'APPROVED'
                """)
            .param("upgrade", upgrade.value())
            .param("number", number)
            .param("reason", reason)
            .param("by", Actor.EVENKEEL.name())
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /**
   * @return false when it was told before
   */
  boolean claim(String key, Instant now) {
    return jdbc.sql("insert into comms_told (key, at) values (:key, :now) on conflict do nothing")
            .param("key", key)
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  boolean isTold(String key) {
    return jdbc.sql("select exists (select from comms_told where key = :key)")
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  void publish(String key, UpgradeId upgrade, Language language, Draft draft, Instant now) {
    jdbc.sql(
            """
            insert into comms_open_message (key, upgrade, at, language, subject, text)
            values (:key, :upgrade, :now, :language, :subject, :text) on conflict do nothing
            """)
        .param("key", key)
        .param("upgrade", upgrade.value())
        .param("now", now.atOffset(UTC))
        .param("language", language.name())
        .param("subject", draft.subject())
        .param("text", draft.text())
        .update();
  }

  private MessagePlan plan(ResultSet row) throws SQLException {
    UpgradeId upgrade = new UpgradeId(row.getLong("upgrade"));
    String digest = row.getString("given_digest");
    return new MessagePlan(
        upgrade,
        new PlanTerms(
            Optional.ofNullable(row.getString("communicator")),
            Duration.ofMinutes(row.getInt("beat_minutes")),
            Optional.ofNullable(row.getString("live")),
            Optional.ofNullable(row.getString("speaker")),
            Optional.ofNullable(row.getString("contact")),
            Optional.ofNullable(row.getString("feedback")),
            Optional.ofNullable(row.getString("changes")),
            Optional.ofNullable(row.getString("known_issues")),
            Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
            row.getBoolean("open"),
            Optional.ofNullable(row.getString("open_title"))),
        jdbc.sql("select * from comms_planned where upgrade = :upgrade order by number")
            .param("upgrade", upgrade.value())
            .query(PlanStore::planned)
            .list(),
        digest == null
            ? Optional.empty()
            : Optional.of(
                new Given(
                    row.getObject("given_at", OffsetDateTime.class).toInstant(),
                    row.getString("given_by"),
                    digest)),
        row.getLong("version"));
  }

  private static Planned planned(ResultSet row, int n) throws SQLException {
    return new Planned(
        row.getInt("number"),
        Occasion.valueOf(row.getString("occasion")),
        Basis.valueOf(row.getString("basis")),
        Duration.ofMinutes(row.getInt("offset_minutes")),
        AudienceClass.valueOf(row.getString("detail")),
        Optional.ofNullable(row.getString("channel")),
        Language.valueOf(row.getString("language")),
        Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
        row.getString("owner"),
        Optional.ofNullable(row.getString("wording")),
        row.getBoolean("open"),
        Planned.State.valueOf(row.getString("state")),
        row.getString("reason"),
        Optional.ofNullable(row.getString("decided_by")),
        Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
