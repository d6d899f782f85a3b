package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.e2e.lab.Lab;
import dev.evenkeel.e2e.lab.Seen;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * The power fails while a command is under way, so that nobody can tell how it ended. Where the
 * target can be asked, the run goes on by itself; where it cannot, it says so and waits for a
 * person.
 */
@Tag("C85")
class PowerCutJourneyIT {
  private static final int HELD = 4;
  private final Scene scene = Scene.of("power-cut");

  @Test
  @Timeout(600)
  void what_can_be_looked_up_goes_on_and_what_nobody_knows_waits_for_a_person() throws Exception {
    Lab lab = Lab.in(scene, "lab").taking("n1", 5);
    try (PackagedServer server = new PackagedServer(scene).start()) {
      Called watcher = server.upgrade(lab, "start");
      cutDuring(server, lab, "backup");
      cutDuring(server, lab, "notice");

      assertThat(watcher.exitCode(5)).isEqualTo(HELD);
      JsonNode run = watcher.lastDocument().path("run");
      String id = run.path("id").asString();
      JsonNode step = run.path("now").path(0);
      assertThat(step.path("key").asString()).isEqualTo("w1/n1/notice");
      assertThat(step.path("phase").asString()).isEqualTo("UNKNOWN");
      assertThat(lab.backups("n1")).as("asked by token, made again").isEqualTo(1);

      lab.taking("n1", 0);
      Called skipped =
          Called.start(
              scene,
              "skip",
              server.environment(),
              "run",
              "skip",
              id,
              "w1/n1/notice",
              "--reason",
              "told them by telephone");
      assertThat(skipped.exitCode(2)).as(skipped.err()).isZero();
      Called rest = Called.start(scene, "rest", server.environment(), "run", "watch", id, "--json");
      assertThat(rest.exitCode(5)).isZero();
      assertThat(lab.lines("n1/notices")).as("never told by us").isEmpty();
      assertThat(lab.release("n3")).isEqualTo(Lab.NEW);
      assertThat(reasons(server.get("/api/runs/" + id + "/events")))
          .contains("told them by telephone");
    }
  }

  private static void cutDuring(PackagedServer server, Lab lab, String operation) throws Exception {
    Patiently.await(
        Duration.ofMinutes(2),
        () -> operation + " is under way",
        () ->
            lab.log().stream()
                .anyMatch(
                    seen -> seen.what() == Seen.What.BEGIN && seen.operation().equals(operation)));
    server.powerCut();
    server.start();
  }

  private static java.util.List<String> reasons(JsonNode events) {
    return StreamSupport.stream(events.spliterator(), false)
        .map(event -> event.path("says").asString(""))
        .toList();
  }
}
