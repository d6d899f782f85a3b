package dev.evenkeel.server.health.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.server.health.Watchtower.Arms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three nodes, read every ten seconds from a minute before the first change on. */
@Tag("C94")
class SidesTest {
  private static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");
  private static final Instant NOW = at(600);

  @Test
  void holds_an_upgraded_target_against_those_that_wait() {
    var sides =
        sides(new Arms(Map.of("n1", at(60)), Set.of("n2", "n3"), Optional.of(CHANGE)), Map.of());
    assertThat(sides.candidate()).extracting(Track::target).containsExactly("n1");
    assertThat(sides.control()).extracting(Track::target).containsExactly("n2", "n3");
    assertThat(sides.control().getFirst().readings()).hasSize(67);
    assertThat(sides.standIn()).isEmpty();
  }

  @Test
  void leaves_out_what_a_target_showed_while_it_was_worked_on() {
    var sides =
        sides(
            new Arms(Map.of("n1", at(60)), Set.of("n2"), Optional.of(CHANGE)),
            Map.of("n3", at(300)));
    assertThat(seconds(sides.candidate().getFirst()))
        .contains(-10L, 60L)
        .doesNotContain(0L, 10L, 50L);
    assertThat(seconds(track(sides.control(), "n3"))).contains(-60L, 0L, 300L).doesNotContain(310L);
  }

  @Test
  void counts_nothing_for_the_time_in_which_a_target_was_worked_on() {
    var counted =
        counts(
            sides(new Arms(Map.of("n1", at(60)), Set.of("n2"), Optional.of(CHANGE)), Map.of())
                .candidate()
                .getFirst());
    assertThat(counted.get(5)).as("10 s before the change").isEqualTo(50);
    assertThat(counted.get(6)).as("60 s after it, started again").isZero();
    assertThat(counted.get(7)).isEqualTo(10);
  }

  @Test
  void what_was_a_control_stays_one_after_its_own_upgrade() {
    var sides =
        sides(
            new Arms(Map.of("n1", at(60), "n2", at(400)), Set.of("n3"), Optional.of(CHANGE)),
            Map.of("n2", at(300)));
    assertThat(sides.candidate()).extracting(Track::target).containsExactly("n1", "n2");
    assertThat(seconds(track(sides.control(), "n2"))).contains(290L).doesNotContain(400L);
  }

  @Test
  void once_nobody_waits_the_old_version_of_this_run_stands_in_moved_as_one_piece() {
    var sides =
        sides(
            new Arms(
                Map.of("n1", at(60), "n2", at(240), "n3", at(240)), Set.of(), Optional.of(CHANGE)),
            Map.of("n2", at(200), "n3", at(220)));
    var piece = sides.standIn().orElseThrow();
    assertThat(piece.from()).isEqualTo(at(-60));
    assertThat(piece.to()).isEqualTo(at(220));
    assertThat(piece.now()).isEqualTo(at(220));
    assertThat(piece.length()).isEqualTo(Duration.ofSeconds(280));
    assertThat(sides.control())
        .extracting(Track::target)
        .containsExactly("n2", "n3", "n1", "n2", "n3");
    assertThat(seconds(sides.control().get(4))).startsWith(220L).endsWith(500L);
    assertThat(seconds(sides.control().get(2))).endsWith(280L);
    assertThat(piece.usedUp(at(500))).isFalse();
    assertThat(piece.usedUp(at(501))).isTrue();
  }

  @Test
  void with_a_single_target_the_time_before_stands_in_from_its_upgrade_on() {
    var tracks = List.of(track("n1"));
    var arms = new Arms(Map.of("n1", at(90)), Set.of(), Optional.of(CHANGE));
    var sides = Sides.of(Kind.ERRORS, tracks, arms, Map.of(), NOW);
    assertThat(sides.control()).hasSize(1);
    assertThat(seconds(sides.control().getFirst()))
        .containsExactly(90L, 100L, 110L, 120L, 130L, 140L, 150L);
  }

  @Test
  void a_source_about_the_whole_is_held_against_its_own_past() {
    var tracks = List.of(track(""));
    var arms = new Arms(Map.of("n1", at(60)), Set.of("n2"), Optional.of(CHANGE));
    var sides = Sides.of(Kind.ERRORS, tracks, arms, Map.of(), NOW);
    assertThat(seconds(sides.candidate().getFirst())).contains(-60L, 0L, 600L);
    assertThat(seconds(sides.control().getFirst())).startsWith(0L).endsWith(60L);
  }

  private static Sides sides(Arms arms, Map<String, Instant> waitedUntil) {
    return Sides.of(
        Kind.ERRORS, List.of(track("n1"), track("n2"), track("n3")), arms, waitedUntil, NOW);
  }

  private static Track track(String target) {
    return new Track(
        target,
        IntStream.rangeClosed(-6, 60)
            .mapToObj(i -> Reading.of(at(10 * i), new Fact.Counted(1000 + 10 * i, 0)))
            .toList());
  }

  private static Track track(List<Track> tracks, String target) {
    return tracks.stream().filter(t -> t.target().equals(target)).findFirst().orElseThrow();
  }

  private static List<Long> seconds(Track track) {
    return track.readings().stream()
        .map(reading -> Duration.between(CHANGE, reading.at()).toSeconds())
        .toList();
  }

  private static List<Double> counts(Track track) {
    return track.readings().stream()
        .map(reading -> reading.find(Fact.Counted.class).orElseThrow().requests())
        .toList();
  }

  private static Instant at(int second) {
    return CHANGE.plusSeconds(second);
  }
}
