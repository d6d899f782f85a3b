package dev.evenkeel.server.execution.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Work in a thread of its own that breaks, which nobody but that thread sees. */
@ExtendWith(OutputCaptureExtension.class)
class ErrandsTest {

  @Test
  void of_work_that_breaks_the_log_has_the_place_and_not_the_words(CapturedOutput log)
      throws InterruptedException {
    var errands = new Errands();
    var attempt = Attempts.anAttempt();
    var breaking = new Thread[1];
    var outcome =
        errands.begin(
            attempt,
            "something",
            () -> {
              breaking[0] = Thread.currentThread();
              throw new IllegalStateException("no entry with s3cr3t");
            });
    breaking[0].join();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Unknown.class,
            unknown -> assertThat(unknown.why()).contains("no entry with s3cr3t"));
    assertThat(log.getAll())
        .contains(
            "The work of attempt " + attempt.id() + " broke: java.lang.IllegalStateException at ")
        .contains("ErrandsTest")
        .doesNotContain("s3cr3t");
  }
}
