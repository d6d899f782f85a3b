package dev.evenkeel.server.health.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C94")
class MeasuredTest {
  private static final Instant START = Instant.parse("2026-03-01T22:00:00Z");

  @Test
  void adds_up_the_requests_a_probe_made_itself() {
    assertThat(
            measured(Kind.ERRORS, new Fact.Tried(5, 1, List.of()), new Fact.Tried(5, 2, List.of())))
        .containsExactly(new Fact.Counted(5, 1), new Fact.Counted(10, 3));
  }

  @Test
  void takes_a_counter_that_starts_again_for_no_evidence_in_that_stretch() {
    assertThat(
            measured(
                Kind.ERRORS,
                new Fact.Counted(100, 5),
                new Fact.Counted(150, 6),
                new Fact.Counted(7, 7),
                new Fact.Counted(17, 8)))
        .containsExactly(
            new Fact.Counted(0, 0),
            new Fact.Counted(50, 1),
            new Fact.Counted(0, 0),
            new Fact.Counted(10, 1));
  }

  @Test
  void makes_a_histogram_of_the_times_of_a_probe() {
    var facts =
        measured(
            Kind.LATENCY,
            new Fact.Tried(2, 0, List.of(3.0, 900.0)),
            new Fact.Tried(1, 0, List.of(90_000.0)));
    var last = (Fact.Timed) facts.getLast();
    assertThat(last.usable()).isTrue();
    assertThat(last.cumulative().getFirst()).isZero();
    assertThat(last.cumulative().getLast()).isEqualTo(3);
    assertThat(last.cumulative().get(last.cumulative().size() - 2)).isEqualTo(2);
  }

  @Test
  void goes_on_with_a_histogram_whose_buckets_are_others_from_then_on() {
    var facts =
        measured(
            Kind.LATENCY,
            new Fact.Timed(List.of(10.0), List.of(4.0, 5.0)),
            new Fact.Timed(List.of(10.0), List.of(6.0, 9.0)),
            new Fact.Timed(List.of(10.0, 20.0), List.of(1.0, 2.0, 3.0)),
            new Fact.Timed(List.of(10.0, 20.0), List.of(1.0, 3.0, 6.0)));
    assertThat(facts.get(1)).isEqualTo(new Fact.Timed(List.of(10.0), List.of(2.0, 4.0)));
    assertThat(facts.get(3)).isEqualTo(new Fact.Timed(List.of(10.0, 20.0), List.of(0.0, 1.0, 3.0)));
  }

  @Test
  void reads_a_value_as_a_counter_or_as_a_level_whichever_is_compared() {
    assertThat(measured(Kind.RATE, new Fact.Value(40), new Fact.Value(43)))
        .containsExactly(new Fact.Counted(0, 0), new Fact.Counted(3, 0));
    assertThat(measured(Kind.GROWTH, new Fact.Value(40), new Fact.Value(43)))
        .containsExactly(new Fact.Value(40), new Fact.Value(43));
  }

  @Test
  void says_what_was_missing() {
    assertThat(measured(Kind.LEVEL, new Fact.Missing("connection refused")))
        .containsExactly(new Fact.Missing("connection refused"));
    assertThat(measured(Kind.LEVEL, new Fact.Well(true, "")).getFirst())
        .isInstanceOf(Fact.Missing.class);
  }

  private static List<Fact> measured(Kind kind, Fact... facts) {
    var readings = new ArrayList<Reading>();
    for (var fact : facts) {
      readings.add(Reading.of(START.plusSeconds(readings.size()), fact));
    }
    return Measured.of(kind, "n1", List.of(new Track("n1", readings))).readings().stream()
        .map(reading -> reading.facts().getFirst())
        .toList();
  }
}
