package dev.evenkeel.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.demo.load.LoadReport;
import dev.evenkeel.demo.server.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private final Moments moments = new Moments();

  @Test
  void a_run_that_never_went_back_has_nothing_to_say_about_it() {
    see("RUNNING", "n1 Start it");
    see("SUCCEEDED");
    assertThat(moments.detectSeconds(null)).isNull();
    assertThat(moments.backSeconds()).isNull();
  }

  @Test
  void the_fault_begins_with_the_first_bad_answer() {
    see("RUNNING", "n1 Start it");
    long threeSecondsAgo = System.nanoTime() - 3_000_000_000L;
    see("ROLLING_BACK");
    var bad = new LoadReport.Seen(5, 2, threeSecondsAgo, threeSecondsAgo);
    assertThat(moments.detectSeconds(bad)).isGreaterThanOrEqualTo(3.0);
    assertThat(moments.backSeconds()).isNotNull();
  }

  @Test
  void without_any_answer_it_begins_with_the_start_of_the_node() {
    see("RUNNING", "n1 Stop it");
    see("ROLLING_BACK");
    assertThat(moments.detectSeconds(null)).isNull();
    var started = new Moments();
    started.see(run("RUNNING", "n1 Start it"));
    started.see(run("ROLLED_BACK"));
    assertThat(started.detectSeconds(null)).isNotNull();
  }

  private void see(String status, String... work) {
    moments.see(run(status, work));
  }

  private static Run run(String status, String... work) {
    return new Run(status, "", "", false, List.of(work));
  }
}
