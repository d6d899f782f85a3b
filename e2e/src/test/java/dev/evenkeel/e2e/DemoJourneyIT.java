package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code evenkeel demo}, as a newcomer calls it, but for a program that reads its last line. */
@Tag("C98")
class DemoJourneyIT {
  private static final String OLD = "10.1.30";
  private static final String NEW = "11.0.2";

  /** A breach is one failed request in a hundred above the baseline; users must see far less. */
  private static final double BREACH = 0.01;

  @Test
  @Timeout(1_200)
  void no_user_notices_the_good_upgrade_and_the_bad_one_goes_back_by_itself() throws Exception {
    JsonNode summary = play("whole");
    JsonNode good = summary.path("runs").path(0);
    assertThat(good.path("outcome").asString()).as(good.toString()).isEqualTo("succeeded");
    assertThat(good.path("failed").asLong()).as("failed requests of the good upgrade").isZero();

    JsonNode bad = summary.path("runs").path(1);
    assertThat(bad.path("outcome").asString()).as(bad.toString()).isEqualTo("rolled-back");
    assertThat(bad.path("badAnswers").asLong()).as("somebody met the bad version").isPositive();
    assertThat(bad.path("failed").asDouble() / bad.path("requests").asDouble())
        .as("share of failed requests of the bad upgrade")
        .isLessThan(BREACH);

    assertThat(summary.path("outcome").asString()).isEqualTo("rolled-back");
    assertThat(summary.path("asExpected").asBoolean()).isTrue();
    assertThat(summary.path("detectSeconds").asDouble()).isPositive();
    assertThat(summary.path("backSeconds").asDouble()).isPositive();
    assertThat(versions(summary)).hasSize(4).values().containsOnly(NEW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"latency", "wont-start", "leak"})
  @Timeout(1_200)
  @EnabledIfSystemProperty(named = "nightly", matches = "true")
  void other_bad_upgrades_go_back_by_themselves(String fault) throws Exception {
    JsonNode summary = play(fault, "--fault", fault);
    assertThat(summary.path("outcome").asString()).isEqualTo("rolled-back");
    assertThat(versions(summary)).hasSize(4).values().containsOnly(OLD);
  }

  @Test
  @Timeout(1_200)
  @EnabledIfSystemProperty(named = "nightly", matches = "true")
  void a_server_killed_in_the_middle_goes_on_and_no_user_notices() throws Exception {
    JsonNode summary = play("crash-server", "--fault", "crash-server");
    assertThat(summary.path("outcome").asString()).isEqualTo("succeeded");
    assertThat(summary.path("failed").asLong()).isZero();
    assertThat(versions(summary)).hasSize(4).values().containsOnly(NEW);
  }

  private static JsonNode play(String name, String... options) throws Exception {
    Scene scene = Scene.of("demo-" + name);
    String[] words = new String[options.length + 3];
    System.arraycopy(new String[] {"demo", "--headless", "--json"}, 0, words, 0, 3);
    System.arraycopy(options, 0, words, 3, options.length);
    Called demo = Called.start(scene, "demo", Map.of(), words);
    int code = demo.exitCode(15);
    assumeFalse(
        demo.err().contains("start the demo again"),
        "needs two versions of Tomcat from Maven: " + demo.err());
    assertThat(code).as(demo.out() + demo.err()).isZero();
    return demo.lastDocument();
  }

  private static Map<String, String> versions(JsonNode summary) {
    return summary
        .path("versions")
        .propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, version -> version.getValue().asString()));
  }
}
