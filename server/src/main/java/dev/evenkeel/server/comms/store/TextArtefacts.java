package dev.evenkeel.server.comms.store;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Artefacts;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of messages that were delivered. That they were, to whom and when, stays. */
@Repository
class TextArtefacts implements Artefacts {
  private static final String GONE =
      "(No longer kept: deleted after the time that texts are kept.)";

  /** What is about no upgrade that is known waits while any is held. */
  private static final String DUE =
      """
      from (
        select *, substring(about from '^/upgrades/([0-9]{1,18})')::bigint as upgrade from comms_message) m
      where state = 'SENT' and ended_at < :moment and text <> :gone
        and case when upgrade is null then cardinality(:held) = 0 else upgrade <> all (:held) end
      """;

  private static final Pattern A_MESSAGE = Pattern.compile("/messages/(\\d+)");

  private final JdbcClient jdbc;

  TextArtefacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "message-texts";
  }

  @Override
  public String title() {
    return "Texts of messages";
  }

  @Override
  public String says() {
    return "What delivered messages said, and invitations with them. Subject, recipient, channel and each delivery stay.";
  }

  @Override
  public List<Batch> olderThan(Instant moment, Set<Long> held, int limit) {
    return jdbc.sql(
            "select id, subject, upgrade, ended_at, length(text) + coalesce(length(html), 0) + coalesce(length(invite), 0) as characters "
                + DUE
                + " order by ended_at, id limit :limit")
        .param("moment", moment.atOffset(UTC))
        .param("gone", GONE)
        .param("held", held.toArray(Long[]::new), Types.ARRAY)
        .param("limit", limit)
        .query((row, n) ->
            new Batch(
                "/messages/" + row.getLong("id"),
                row.getString("subject"),
                Optional.ofNullable(row.getObject("upgrade", Long.class)),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                1,
                row.getLong("characters")))
        .list();
  }

  @Override
  public Tally tally(Instant moment, Set<Long> held) {
    return jdbc.sql(
            "select count(*) as pages, coalesce(sum(length(text) + coalesce(length(html), 0) + coalesce(length(invite), 0)), 0) as characters "
                + DUE)
        .param("moment", moment.atOffset(UTC))
        .param("gone", GONE)
        .param("held", held.toArray(Long[]::new), Types.ARRAY)
        .query((row, n) ->
            new Tally(row.getLong("pages"), row.getLong("pages"), row.getLong("characters")))
        .single();
  }

  @Override
  public void delete(Instant moment, Set<String> paths) {
    List<Long> ids =
        paths.stream()
            .map(A_MESSAGE::matcher)
            .filter(Matcher::find)
            .map(found -> Long.valueOf(found.group(1)))
            .toList();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              update comms_message set text = :gone, html = null, invite = null
              where id in (:ids) and state = 'SENT' and ended_at < :moment
              """)
          .param("gone", GONE)
          .param("ids", ids)
          .param("moment", moment.atOffset(UTC))
          .update();
    }
  }
}
