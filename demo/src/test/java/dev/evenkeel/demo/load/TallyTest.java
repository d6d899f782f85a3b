package dev.evenkeel.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

  private final Tally tally = new Tally(0);

  @Test
  void a_gap_is_a_time_without_a_good_answer_to_anybody() {
    add(1, 0, 100, 200);
    add(2, 100, 300, 200);
    add(1, 200, 400, 500);
    add(2, 700, 900, 200);
    assertThat(tally.report(ms(1000)).longestGapSeconds()).isEqualTo(0.6);
  }

  @Test
  void the_gap_at_the_end_counts() {
    add(1, 0, 100, 200);
    assertThat(tally.report(ms(5100)).longestGapSeconds()).isEqualTo(5.0);
  }

  @Test
  void an_interruption_lasts_from_the_first_failure_due_to_the_next_good_answer_of_that_user() {
    add(1, 0, 10, 200);
    add(1, 300, 310, 500);
    add(2, 350, 360, 200);
    add(1, 600, 610, 0);
    add(1, 900, 950, 200);
    LoadReport report = tally.report(ms(1000));
    assertThat(report.longestInterruptionSeconds()).isEqualTo(0.65);
    assertThat(report.failed()).isEqualTo(2);
    assertThat(report.failures()).containsEntry("500", 1L).containsEntry("no answer", 1L);
  }

  @Test
  void a_good_answer_to_an_earlier_request_ends_no_interruption() {
    add(1, 300, 310, 500);
    add(1, 0, 800, 200);
    assertThat(tally.report(ms(1300)).longestInterruptionSeconds()).isEqualTo(1.0);
  }

  @Test
  void nobody_was_interrupted_when_nothing_failed() {
    add(1, 0, 100, 200);
    assertThat(tally.report(ms(100)).longestInterruptionSeconds()).isZero();
  }

  @Test
  void tells_releases_apart() {
    tally.add(new Answer(1, 0, ms(10), 200, "old", "n1"));
    tally.add(new Answer(1, 0, ms(20), 500, "new", "n1"));
    tally.add(new Answer(1, 0, ms(30), 200, "new", "n1"));
    LoadReport.Seen seen = tally.report(ms(30)).releases().get("new");
    assertThat(seen).isEqualTo(new LoadReport.Seen(2, 1, ms(20), ms(30)));
  }

  private void add(int user, long due, long ended, int status) {
    tally.add(new Answer(user, ms(due), ms(ended), status, "", ""));
  }

  private static long ms(long millis) {
    return millis * 1_000_000;
  }
}
