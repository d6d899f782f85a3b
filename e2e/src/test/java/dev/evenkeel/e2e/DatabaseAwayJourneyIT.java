package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.e2e.lab.Lab;
import dev.evenkeel.e2e.lab.Oracle;
import dev.evenkeel.e2e.lab.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The database goes away in the middle of a run and comes back. What ended meanwhile is not
 * forgotten, nothing is done twice, and the run goes on by itself.
 */
@Tag("C85")
class DatabaseAwayJourneyIT {
  private static final int SUCCEEDED = 0;

  @Test
  @Timeout(600)
  void a_database_that_freezes_for_a_while_loses_nothing() throws Exception {
    Scene scene = Scene.of("database-frozen");
    try (PackagedServer server = new PackagedServer(scene).start()) {
      Lab lab = Lab.in(scene, "lab").taking("n2", 3);
      Called watcher = server.upgrade(lab, "start");
      await(lab, "stop");
      Signals.send("STOP", server.database());
      // Commands go on meanwhile, and end.
      Patiently.pause(Duration.ofSeconds(20));
      Signals.send("CONT", server.database());
      arrived(server, lab, watcher);
    }
  }

  @Test
  @Timeout(600)
  void a_database_that_is_stopped_for_half_a_minute_loses_nothing() throws Exception {
    Scene scene = Scene.of("database-stopped");
    try (OwnDatabase database = OwnDatabase.in(scene);
        PackagedServer server =
            new PackagedServer(scene)
                .with("EVENKEEL_DB_URL", database.url())
                .with("EVENKEEL_DB_USER", OwnDatabase.USER)
                .start()) {
      Lab lab = Lab.in(scene, "lab").taking("n2", 3);
      Called watcher = server.upgrade(lab, "start");
      await(lab, "stop");
      database.stop();
      Patiently.pause(Duration.ofSeconds(30));
      database.start();
      arrived(server, lab, watcher);
    }
  }

  /** Until an operation is under way on the second node, which takes its time. */
  private static void await(Lab lab, String operation) throws Exception {
    Patiently.await(
        Duration.ofMinutes(2),
        () -> operation + " is under way on n2",
        () ->
            lab.log().stream()
                .filter(seen -> seen.what() == Seen.What.BEGIN && seen.node().equals("n2"))
                .anyMatch(seen -> seen.operation().equals(operation)));
  }

  private static void arrived(PackagedServer server, Lab lab, Called watcher) throws Exception {
    assertThat(watcher.exitCode(5)).as(watcher.err()).isEqualTo(SUCCEEDED);
    String id = watcher.lastDocument().path("run").path("id").asString();
    var events = server.get("/api/runs/" + id + "/events?limit=5000");
    assertThat(Oracle.violations(lab.log(), events)).isEmpty();
    List<Seen> begun = lab.log().stream().filter(s -> s.what() == Seen.What.BEGIN).toList();
    assertThat(begun).extracting(Seen::step).doesNotHaveDuplicates();
    for (String node : Lab.NODES) {
      assertThat(lab.release(node)).as(node).isEqualTo(Lab.NEW);
    }
  }
}
