package dev.evenkeel.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.demo.load.LoadReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryTest {

  private static final ActReport GOOD =
      new ActReport(
          "11.0.2",
          Outcome.SUCCEEDED,
          true,
          "All waves are done and all is well.",
          92.4,
          load(28_300, 0, 0),
          0,
          null,
          null,
          Map.of("n1", "11.0.2", "n2", "11.0.2"));

  private static final ActReport BAD =
      new ActReport(
          "11.0.2-errors",
          Outcome.ROLLED_BACK,
          true,
          "errors users see: 28 %",
          31,
          load(12_000, 9, 0.7),
          41,
          2.6,
          4.1,
          Map.of("n1", "11.0.2", "n2", "11.0.2"));

  @Test
  void tells_a_newcomer_what_happened() {
    assertThat(String.join("\n", Summary.of(List.of(GOOD, BAD))))
        .isEqualTo(
            """

            Upgraded to 11.0.2 in 92 s.
              28,300 requests were served; none of them failed.
              No user was interrupted.
              The nodes say: n1 11.0.2, n2 11.0.2

            11.0.2-errors was tried and taken back.
              12,000 requests were served; 9 of them failed (0.08 %).
              The longest interruption of any one user was 0.7 s.
              The fault was seen after 2.6 s, and 4.1 s later every node was on the old release again.
              Users got 41 answers of the bad release.
              The nodes say: n1 11.0.2, n2 11.0.2\
            """);
  }

  @Test
  void says_when_it_came_out_otherwise_than_it_should() {
    var held =
        new ActReport(
            "11.0.2",
            Outcome.HELD,
            false,
            "No evidence.",
            9,
            load(1, 0, 0),
            0,
            null,
            null,
            Map.of());
    assertThat(Summary.of(List.of(held)))
        .contains(
            "The upgrade to 11.0.2 waits for a person.",
            "  This is not how it should have come out: No evidence.");
  }

  @Test
  void the_json_has_what_programs_look_for() {
    JsonMapper json = JsonMapper.builder().build();
    JsonNode report = json.valueToTree(DemoReport.of(List.of(GOOD, BAD)));
    assertThat(report.path("outcome").asString()).isEqualTo("rolled-back");
    assertThat(report.path("requests").asLong()).isEqualTo(40_300);
    assertThat(report.path("failed").asLong()).isEqualTo(9);
    assertThat(report.path("detectSeconds").asDouble()).isEqualTo(2.6);
    assertThat(report.path("backSeconds").asDouble()).isEqualTo(4.1);
    assertThat(report.path("versions").path("n2").asString()).isEqualTo("11.0.2");
    assertThat(report.has("longestGapSeconds")).isTrue();
    assertThat(report.path("runs").size()).isEqualTo(2);
  }

  private static LoadReport load(long requests, long failed, double interruption) {
    return new LoadReport(requests, failed, Map.of(), 0.01, interruption, 15, 805, Map.of());
  }
}
