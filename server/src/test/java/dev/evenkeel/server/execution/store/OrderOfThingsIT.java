package dev.evenkeel.server.execution.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.RunId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** What came last is what was written down last, also when the clock was set back meanwhile. */
class OrderOfThingsIT {
  private static final RunId RUN = new RunId("ordered1");
  private static final Instant NIGHT = Instant.parse("2026-11-21T01:00:00Z");
  private static final Instant SET_BACK = NIGHT.minusSeconds(3_600);

  @RegisterExtension private final DatabaseOfBefore database = new DatabaseOfBefore("023", RUN);

  @Test
  void the_version_seen_last_is_the_newest_and_the_one_seen_first_the_oldest() {
    database.upgrade();
    var versions = new VersionStore(database.jdbc());
    versions.seen(RUN, "n1", "10", NIGHT);
    versions.seen(RUN, "n1", "11", SET_BACK);
    assertThat(versions.newest(RUN)).isEqualTo(Map.of("n1", "11"));
    assertThat(versions.oldest(RUN)).isEqualTo(Map.of("n1", "10"));
  }

  @Test
  void versions_seen_before_the_upgrade_of_the_server_keep_their_order() {
    database
        .jdbc()
        .sql(
            """
            insert into execution_version (run, target, at, version)
            values (:run, 'n1', :later, '11'), (:run, 'n1', :earlier, '10')
            """)
        .param("run", RUN.value())
        .param("later", Timestamp.from(NIGHT))
        .param("earlier", Timestamp.from(SET_BACK))
        .update();
    database.upgrade();
    var versions = new VersionStore(database.jdbc());
    assertThat(versions.newest(RUN)).isEqualTo(Map.of("n1", "11"));
    assertThat(versions.oldest(RUN)).isEqualTo(Map.of("n1", "10"));
    versions.seen(RUN, "n1", "12", SET_BACK);
    assertThat(versions.newest(RUN)).isEqualTo(Map.of("n1", "12"));
  }

  @Test
  void a_step_reads_what_came_out_of_the_attempt_that_ended_last() {
    begun("w1");
    begun("w2");
    database
        .jdbc()
        .sql(
            """
            update execution_attempt
            set state = 'ENDED', result = 'Done', outputs = '{"stdout": "5 %"}', ended_at = :at
            where id = 'w1'
            """)
        .param("at", Timestamp.from(NIGHT))
        .update();
    database.upgrade();
    var attempts = new AttemptStore(database.jdbc(), JsonMapper.shared());
    attempts.end("w2", "Done", "", Map.of("stdout", "25 %"), SET_BACK);
    assertThat(share(attempts)).isEqualTo("25 %");
    begun("w3");
    attempts.end("w3", "Done", "", Map.of("stdout", "100 %"), SET_BACK.minusSeconds(3_600));
    assertThat(share(attempts)).isEqualTo("100 %");
  }

  private static String share(AttemptStore attempts) {
    return attempts.outputs(RUN, "n1").get("share").get("stdout");
  }

  private void begun(String wave) {
    database
        .jdbc()
        .sql(
            """
            insert into execution_attempt
              (id, run, step, step_id, target, direction, number, caution, state, intended_at)
            values (:id, :run, :step, 'share', '', 'FORWARD', 1, 'FIRST', 'STARTED', now())
            """)
        .param("id", wave)
        .param("run", RUN.value())
        .param("step", wave + "/wave/share")
        .update();
  }
}
