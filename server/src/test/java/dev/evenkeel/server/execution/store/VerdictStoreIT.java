package dev.evenkeel.server.execution.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.VerdictStore.Given;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the watch rules said, as long as a run may be watched. */
class VerdictStoreIT {
  private static final RunId RUN = new RunId("watched1");
  private static final Instant NIGHT = Instant.parse("2026-11-21T01:00:00Z");

  @RegisterExtension private final DatabaseOfBefore database = new DatabaseOfBefore("021", RUN);

  @Test
  void a_run_that_is_watched_for_long_keeps_a_verdict_a_minute_and_shows_the_newest() {
    VerdictStore verdicts = migrated();
    for (int i = 0; i < 1_200; i++) {
      verdicts.add(RUN, NIGHT.plusMillis(500L * i), List.of(says("errors", i), says("memory", i)));
    }
    assertThat(verdicts.newest(RUN))
        .containsExactly(
            new Given(NIGHT.plusMillis(500 * 1_199), says("errors", 1_199)),
            new Given(NIGHT.plusMillis(500 * 1_199), says("memory", 1_199)));
    assertThat(rows()).as("of ten minutes, two rules").isEqualTo(20);
  }

  @Test
  void every_change_of_a_verdict_is_kept() {
    VerdictStore verdicts = migrated();
    List<Verdict.Kind> kinds =
        List.of(
            Verdict.Kind.NOT_ENOUGH_EVIDENCE,
            Verdict.Kind.HEALTHY,
            Verdict.Kind.HEALTHY,
            Verdict.Kind.WARNING,
            Verdict.Kind.BREACH,
            Verdict.Kind.HEALTHY);
    for (int i = 0; i < kinds.size(); i++) {
      verdicts.add(RUN, NIGHT.plusSeconds(i), List.of(verdict("errors", kinds.get(i), i)));
    }
    assertThat(
            database
                .jdbc()
                .sql("select kind from execution_verdict order by at")
                .query(String.class)
                .list())
        .containsExactly("NOT_ENOUGH_EVIDENCE", "HEALTHY", "WARNING", "BREACH", "HEALTHY");
  }

  @Test
  void a_page_that_is_watched_hears_of_a_verdict_that_says_the_same_again() {
    VerdictStore verdicts = migrated();
    RunMarks marks = new RunMarks(database.jdbc());
    verdicts.add(RUN, NIGHT, List.of(says("errors", 1)));
    RunMark before = marks.of(RUN);
    verdicts.add(RUN, NIGHT.plus(Duration.ofSeconds(2)), List.of(says("errors", 2)));
    assertThat(marks.of(RUN).since(before)).containsExactly(RunMark.Part.WATCH);
  }

  @Test
  void what_was_said_before_the_upgrade_of_the_server_is_still_shown() {
    for (int i = 0; i < 3; i++) {
      database
          .jdbc()
          .sql(
              """
              insert into execution_verdict (run, at, rule, kind, evidence, says)
              values (:run, :at, 'errors', 'HEALTHY', :seen, :says)
              """)
          .param("run", RUN.value())
          .param("at", Timestamp.from(NIGHT.plusSeconds(i)))
          .param("seen", i)
          .param("says", "seen " + i)
          .update();
    }
    assertThat(migrated().newest(RUN))
        .containsExactly(new Given(NIGHT.plusSeconds(2), says("errors", 2)));
  }

  private VerdictStore migrated() {
    database.upgrade();
    return new VerdictStore(database.jdbc());
  }

  private long rows() {
    return database.jdbc().sql("select count(*) from execution_verdict").query(Long.class).single();
  }

  private static Verdict says(String rule, int seen) {
    return verdict(rule, Verdict.Kind.HEALTHY, seen);
  }

  private static Verdict verdict(String rule, Verdict.Kind kind, int seen) {
    return new Verdict(
        rule,
        kind,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        seen,
        "seen " + seen);
  }
}
