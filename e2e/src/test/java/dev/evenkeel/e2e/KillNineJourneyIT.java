package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.e2e.lab.KillPoint;
import dev.evenkeel.e2e.lab.Lab;
import dev.evenkeel.e2e.lab.Oracle;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The server and its database are killed twenty times at moments that are hard to get right. Every
 * run goes on by itself and ends as it should, and the targets' own log shows that nothing was done
 * twice. Repeat a sequence with {@code -Dseed=…}.
 */
@Tag("C85")
class KillNineJourneyIT {
  private static final int KILLS = 20;
  private static final int A_RUN = 5;
  private static final int SUCCEEDED = 0;
  private static final int ROLLED_BACK = 3;

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final Scene scene = Scene.of("kill-nine");
  private int kills;

  @Test
  @Timeout(1_200)
  void nothing_is_lost_and_nothing_is_done_twice_when_the_server_is_killed_again_and_again()
      throws Exception {
    System.out.println("kill-nine: seed " + seed);
    try (PackagedServer server = new PackagedServer(scene).start()) {
      for (int run = 1; kills < KILLS; run++) {
        journey(server, "run-" + run, run % 2 == 0);
      }
    }
  }

  private void journey(PackagedServer server, String name, boolean goesBack) throws Exception {
    Lab lab = Lab.in(scene, name);
    if (goesBack) {
      lab.refusing("n3");
    }
    Called watcher = server.upgrade(lab, name);
    for (int i = 0; i < A_RUN && kills < KILLS && !watcher.isOver(); i++) {
      // The way back is short and comes last; two kills are kept for it.
      killOnce(server, lab, watcher, KillPoint.random(random, goesBack && i >= A_RUN - 2));
    }
    assertThat(watcher.exitCode(5)).as(name).isEqualTo(goesBack ? ROLLED_BACK : SUCCEEDED);
    String id = watcher.lastDocument().path("run").path("id").asString();
    var events = server.get("/api/runs/" + id + "/events?limit=5000");
    assertThat(Oracle.violations(lab.log(), events)).as("%s, seed %d", name, seed).isEmpty();
    assertThat(lab.log()).anyMatch(seen -> seen.back() == goesBack);
    endState(lab, goesBack);
  }

  private void killOnce(PackagedServer server, Lab lab, Called watcher, KillPoint point)
      throws Exception {
    int before = lab.log().size();
    Patiently.await(
        Duration.ofMinutes(2),
        () -> "the targets see what %s waits for".formatted(point),
        () -> watcher.isOver() || point.reached(lab.log(), before));
    Patiently.pause(point.pause());
    if (watcher.isOver()) {
      return;
    }
    System.out.println("kill-nine: kill %d, %s".formatted(++kills, point));
    server.kill9();
    Patiently.pause(Duration.ofMillis(random.nextInt(1_500)));
    if (point.again().isPositive()) {
      server.launch();
      Patiently.pause(point.again());
      System.out.println("kill-nine: kill %d, coming up".formatted(++kills));
      server.kill9();
    }
    server.start();
  }

  private static void endState(Lab lab, boolean goesBack) throws Exception {
    for (String node : Lab.NODES) {
      assertThat(lab.release(node)).as(node).isEqualTo(goesBack ? Lab.OLD : Lab.NEW);
      assertThat(lab.state(node)).as(node).isEqualTo("running");
      assertThat(lab.backups(node)).as("backups of " + node).isEqualTo(1);
      assertThat(lab.lines(node + "/notices")).as("notices of " + node).hasSize(goesBack ? 2 : 1);
    }
    assertThat(lab.lines("finalised")).hasSize(goesBack ? 0 : 1);
  }
}
