package dev.evenkeel.cli.judge.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Pair;
import dev.evenkeel.judge.sequential.Trial;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseTrialTest {
  private final ACase given = ACase.called("c1");

  private Trial trial() throws CaseReader.Unfit {
    return CaseTrial.of(CaseReader.read(given.line()), 0.02);
  }

  private Pair pair(String name) throws CaseReader.Unfit {
    return trial().pairs().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Reading at(Track track, int seconds) {
    return track.readings().stream()
        .filter(reading -> reading.at().equals(CaseTrial.at(seconds)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_metric_of_a_case_becomes_a_pair() throws CaseReader.Unfit {
    assertThat(trial().pairs())
        .extracting(Pair::name, Pair::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("errors", Kind.ERRORS),
            org.assertj.core.groups.Tuple.tuple("errors of browse", Kind.ERRORS),
            org.assertj.core.groups.Tuple.tuple("errors of checkout", Kind.ERRORS),
            org.assertj.core.groups.Tuple.tuple("response time", Kind.LATENCY),
            org.assertj.core.groups.Tuple.tuple("CPU", Kind.LEVEL),
            org.assertj.core.groups.Tuple.tuple("memory", Kind.GROWTH));
    assertThat(trial().began()).isEqualTo(CaseTrial.BEGAN);
    assertThat(trial().warmUp()).isEqualTo(Duration.ofMinutes(2));
    assertThat(trial().falseAlarms()).isEqualTo(0.02);
  }

  @Test
  void the_first_sample_is_read_a_step_after_the_begin_of_the_recording() throws CaseReader.Unfit {
    Track candidate = pair("CPU").candidate().getFirst();
    assertThat(candidate.target()).isEqualTo("canary-1");
    assertThat(candidate.readings()).hasSize(9);
    assertThat(candidate.readings().getFirst().at()).isEqualTo(CaseTrial.at(-20));
    assertThat(candidate.readings().getLast().at()).isEqualTo(CaseTrial.at(60));
    assertThat(at(candidate, 0).facts()).containsExactly(new Fact.Value(42));
  }

  @Test
  void errors_are_those_of_all_endpoints_together_and_of_each_alone() throws CaseReader.Unfit {
    assertThat(at(pair("errors").candidate().getFirst(), 0).facts())
        .containsExactly(new Fact.Counted(320, 2));
    assertThat(at(pair("errors of checkout").candidate().getFirst(), 0).facts())
        .containsExactly(new Fact.Counted(20, 0));
    assertThat(at(pair("errors").control().getFirst(), 0).facts())
        .containsExactly(new Fact.Counted(2020, 2));
  }

  @Test
  void the_last_bucket_of_response_times_holds_all_requests() throws CaseReader.Unfit {
    assertThat(at(pair("response time").candidate().getFirst(), 0).facts())
        .containsExactly(new Fact.Timed(List.of(50.0, 100.0), List.of(10.0, 16.0, 320.0)));
  }

  @Test
  void what_was_missed_is_left_out_and_not_zero() throws CaseReader.Unfit {
    given.with(i -> i < 3 ? "null" : "" + i);
    assertThat(pair("errors").candidate().getFirst().readings()).hasSize(6);
    assertThat(pair("errors of browse").candidate().getFirst().readings()).hasSize(6);
    assertThat(pair("response time").candidate().getFirst().readings()).hasSize(6);
    assertThat(pair("errors of checkout").candidate().getFirst().readings()).hasSize(9);
    assertThat(pair("memory").candidate().getFirst().readings()).hasSize(8);
  }

  @Test
  void what_cannot_be_read_says_where_and_why() {
    given.with(i -> i == 3 ? "\"many\"" : "1");
    assertThatThrownBy(this::trial)
        .hasMessage("series[0].requests.browse[3] is neither a number nor null");
    assertThatThrownBy(() -> CaseReader.read("{\"id\": \"x\"}"))
        .hasMessage("n is missing or no number");
    assertThatThrownBy(
            () -> CaseReader.read(given.with(i -> "1").line().replace("[50, 100]", "[50]")))
        .hasMessage("series[0].latency_le has 2 lists, bounds_ms has 1");
    assertThatThrownBy(() -> CaseReader.read("{")).hasMessageStartingWith("it is no JSON: ");
  }
}
