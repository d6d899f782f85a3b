package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.demo.load.Load;
import dev.evenkeel.demo.load.LoadPlan;
import dev.evenkeel.demo.load.LoadReport;
import dev.evenkeel.e2e.fleet.ExampleFleet;
import dev.evenkeel.e2e.fleet.Upgrade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The example with a real HAProxy and a real Prometheus, under a steady load. A good release goes
 * out step by step (C85) and in growing shares of the traffic (C92), each compared with what was
 * before (C94), after a check before the first change (C84) and with one after the last (C101). A
 * bad one goes back by itself (C95), in order and inside its time (C98), before it has reached a
 * second node. Where something it needs is missing, it is refused or waits for a person.
 */
class HaproxyJourneyIT {
  private static final String OLD = "10.1.30";
  private static final String NEW = "11.0.2";
  private static final int SUCCEEDED = 0;
  private static final int REFUSED = 2;
  private static final int ROLLED_BACK = 3;
  private static final int HELD = 4;

  /** What the best script by hand let its users see of the release with errors. */
  private static final long FAILED_BY_HAND = 17;

  private static final long REQUESTS_BY_HAND = 12_360;

  private static Scene scene;
  private static PackagedServer server;

  @BeforeAll
  static void starts_the_server() throws Exception {
    ExampleFleet.assumePrograms();
    scene = Scene.of("haproxy");
    server = new PackagedServer(scene).start();
  }

  @AfterAll
  static void stops_the_server() {
    Optional.ofNullable(server).ifPresent(PackagedServer::close);
  }

  @Test
  @Tag("C84")
  @Tag("C85")
  @Tag("C92")
  @Tag("C94")
  @Tag("C101")
  @Timeout(600)
  void no_user_notices_a_good_release() throws Exception {
    Scene story = Scene.of("haproxy-good");
    try (ExampleFleet fleet = ExampleFleet.up(story)) {
      Upgrade upgrade = play(story, fleet, briefly(fleet.runbook(), story), NEW, 1);
      assertThat(upgrade.code()).isEqualTo(SUCCEEDED);
      assertThat(upgrade.users().failed()).as(upgrade.users().toString()).isZero();
      assertThat(upgrade.users().releases()).containsKeys(OLD, NEW);
      assertThat(upgrade.versions()).hasSize(4).values().containsOnly(NEW);
      assertThat(upgrade.observed()).hasSize(4).containsOnly(NEW);
      assertThat(upgrade.run().path("waves").valueStream().map(w -> w.path("traffic").asInt()))
          .containsExactly(5, 25, 50, 100);
    }
  }

  @Test
  @Tag("C95")
  @Tag("C98")
  @Timeout(600)
  void a_release_with_errors_is_back_before_more_users_notice_than_by_the_best_script()
      throws Exception {
    Scene story = Scene.of("haproxy-errors");
    try (ExampleFleet fleet = ExampleFleet.up(story)) {
      Upgrade upgrade = play(story, fleet, fleet.runbook(), NEW + "-errors", REQUESTS_BY_HAND);
      wentBackFromTheFirstNode(upgrade);
      LoadReport users = upgrade.users();
      assertThat(users.releases()).as("somebody met the bad release").containsKey(NEW + "-errors");
      assertThat((double) users.failed() / users.requests())
          .as("share of requests that failed: %d of %d", users.failed(), users.requests())
          .isLessThanOrEqualTo((double) FAILED_BY_HAND / REQUESTS_BY_HAND);
    }
  }

  @Test
  @Tag("C95")
  @Tag("C98")
  @Timeout(600)
  void no_user_notices_a_release_that_does_not_start() throws Exception {
    Scene story = Scene.of("haproxy-wont-start");
    try (ExampleFleet fleet = ExampleFleet.up(story)) {
      Upgrade upgrade = play(story, fleet, briefly(fleet.runbook(), story), NEW + "-wont-start", 1);
      wentBackFromTheFirstNode(upgrade);
      assertThat(upgrade.users().failed()).as(upgrade.users().toString()).isZero();
      assertThat(upgrade.users().releases()).containsOnlyKeys(OLD);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"latency", "leak"})
  @Tag("C95")
  @Timeout(600)
  @EnabledIfSystemProperty(named = "nightly", matches = "true")
  void a_release_goes_back_before_it_has_reached_a_second_node(String fault) throws Exception {
    Scene story = Scene.of("haproxy-" + fault);
    try (ExampleFleet fleet = ExampleFleet.up(story)) {
      Upgrade upgrade = play(story, fleet, fleet.runbook(), NEW + "-" + fault, 1);
      wentBackFromTheFirstNode(upgrade);
      assertThat(upgrade.users().failed()).as(upgrade.users().toString()).isZero();
    }
  }

  @Test
  @Tag("C84")
  @Timeout(600)
  void is_refused_before_the_first_change_where_something_it_needs_is_missing() throws Exception {
    Scene story = Scene.of("haproxy-missing");
    try (ExampleFleet fleet = ExampleFleet.up(story)) {
      Path runbook = impatiently(fleet.runbook(), story);
      Path ctl = fleet.ctl();
      assertThat(ctl.toFile().setExecutable(false, false)).isTrue();
      assertThat(refused(story, fleet, runbook))
          .contains(ctl + " may not be executed by user")
          .contains("chmod +x");
      assertThat(ctl.toFile().setExecutable(true, false)).isTrue();

      fleet.end("prometheus");
      fleet.end("haproxy");
      assertThat(refused(story, fleet, runbook))
          .contains("nothing can be read from app and memory about n1, n2, n3, n4")
          .contains("connection refused; start Prometheus there, or correct `url`")
          .contains("nothing can be read from front about n1, n2, n3, n4")
          .contains("admin.sock: Connection refused; start it, or correct `address`");
      assertThat(fleet.touched()).isEmpty();
      assertThat(fleet.versions()).hasSize(4).values().containsOnly(OLD);
    }
  }

  @Test
  @Tag("C96")
  @Timeout(600)
  @EnabledIfSystemProperty(named = "nightly", matches = "true")
  void waits_for_a_person_when_prometheus_dies_on_the_way() throws Exception {
    Scene story = Scene.of("haproxy-half-blind");
    try (ExampleFleet fleet = ExampleFleet.up(story);
        Load load = Load.start(LoadPlan.usual(fleet.users()))) {
      Called watcher = start(story, fleet, impatiently(fleet.runbook(), story), NEW);
      Patiently.await(
          Duration.ofMinutes(1),
          () -> "the first node is new: " + load.report(),
          () -> load.report().releases().containsKey(NEW));
      fleet.end("prometheus");
      assertThat(watcher.exitCode(5)).as(watcher.out()).isEqualTo(HELD);
      JsonNode run = watcher.lastDocument().path("run");
      assertThat(run.path("status").asString()).isEqualTo("PAUSED");
      assertThat(run.path("reason").asString())
          .contains("Not enough evidence", "start Prometheus there");
      assertThat(fleet.touched()).containsExactly("n1");
      assertThat(load.finish().failed()).isZero();
    }
  }

  /** Why a run is turned down. */
  private static String refused(Scene story, ExampleFleet fleet, Path runbook) throws Exception {
    Called watcher = start(story, fleet, runbook, NEW);
    assertThat(watcher.exitCode(5)).as(watcher.out()).isEqualTo(REFUSED);
    return watcher.lastDocument().path("run").path("reason").asString();
  }

  private static void wentBackFromTheFirstNode(Upgrade upgrade) {
    assertThat(upgrade.code()).as(upgrade.run().toString()).isEqualTo(ROLLED_BACK);
    assertThat(upgrade.versions()).hasSize(4).values().containsOnly(OLD);
    assertThat(upgrade.observed()).hasSize(4).containsOnly(OLD);
    assertThat(upgrade.touched()).as("nodes it changed something on").containsExactly("n1");
  }

  /**
   * Upgrades the fleet while users are served.
   *
   * @param requests they go on asking until there were so many
   */
  private static Upgrade play(
      Scene story, ExampleFleet fleet, Path runbook, String to, long requests) throws Exception {
    try (Load load = Load.start(LoadPlan.usual(fleet.users()))) {
      Called watcher = start(story, fleet, runbook, to);
      int code = watcher.exitCode(5);
      Patiently.await(
          Duration.ofMinutes(2),
          () -> "%d requests were sent".formatted(requests),
          () -> load.report().requests() >= requests);
      LoadReport users = load.finish();
      JsonNode run = watcher.lastDocument().path("run");
      assertThat(run.isMissingNode()).as(watcher.out() + watcher.err()).isFalse();
      Upgrade upgrade =
          new Upgrade(code, run, users, met(users, to), fleet.versions(), fleet.touched());
      System.out.println("haproxy: " + upgrade.told());
      return upgrade;
    }
  }

  private static Called start(Scene story, ExampleFleet fleet, Path runbook, String to)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("run", "start", runbook.toString()));
    words.addAll(fleet.inputs());
    words.addAll(List.of("--input", "to=" + to));
    words.addAll(List.of("--waive", "the journey is the rehearsal", "--watch", "--json"));
    return Called.start(story, "start", server.environment(), words.toArray(String[]::new));
  }

  /** When users first met a release, by the clock of the run. */
  private static Instant met(LoadReport users, String release) {
    long ago =
        Optional.ofNullable(users.releases().get(release))
            .map(seen -> System.nanoTime() - seen.first())
            .orElse(0L);
    return Instant.now().minusNanos(ago);
  }

  /**
   * The example's runbook with less time to watch, for a release on which nothing is to be seen.
   */
  private static Path briefly(Path runbook, Scene story) throws IOException {
    String text =
        Files.readString(runbook)
            .replaceAll("soak: \\d+s", "soak: 3s")
            .replaceAll("baseline: \\d+s", "baseline: 5s");
    return Files.writeString(story.file("runbook.yaml"), text);
  }

  /** The same, waiting hardly at all for evidence that does not come. */
  private static Path impatiently(Path runbook, Scene story) throws IOException {
    Path brief = briefly(runbook, story);
    String text = Files.readString(brief).replaceAll("evidenceWithin: \\d+s", "evidenceWithin: 3s");
    return Files.writeString(brief, text);
  }
}
