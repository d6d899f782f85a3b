package dev.evenkeel.server.comms.beat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.beat.Rhythm.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a word is due while a run is under way (C52, D3). */
@Tag("C52")
class RhythmTest {
  private static final Instant BEGAN = Instant.parse("2026-11-22T03:00:00Z");
  private static final Duration EVERY = Duration.ofMinutes(30);

  private static List<Due> due(List<Beat> beats, long minutes) {
    return Rhythm.due("k3x9", BEGAN, beats, EVERY, BEGAN.plus(Duration.ofMinutes(minutes)));
  }

  private static Beat beat(Beat.Kind kind, long minutes) {
    return new Beat(kind, BEGAN.plus(Duration.ofMinutes(minutes)), "cleo", "well");
  }

  @Test
  void a_person_has_half_an_hour_then_a_machine_speaks() {
    assertThat(due(List.of(), 29)).isEmpty();
    assertThat(due(List.of(), 30))
        .containsExactly(
            new Due.Machine("run/k3x9/beat/2026-11-22T03:30:00Z", BEGAN.plus(EVERY), BEGAN));
  }

  @Test
  void a_word_of_a_person_puts_the_next_one_off() {
    assertThat(due(List.of(beat(Beat.Kind.PERSON, 20)), 49)).isEmpty();
    assertThat(due(List.of(beat(Beat.Kind.PERSON, 20)), 50)).hasSize(1);
  }

  @Test
  void past_an_hour_of_silence_there_is_an_alarm_once_and_a_word_all_the_same() {
    assertThat(due(List.of(), 60)).hasSize(1);
    List<Due> late = due(List.of(), 61);
    assertThat(late).hasSize(2).first().isInstanceOf(Due.Alarm.class);
    assertThat(due(List.of(beat(Beat.Kind.ALARM, 61)), 90).getFirst().key())
        .isEqualTo(late.getFirst().key());
  }

  /**
   * Whatever goes down and comes back: no two words for one slot, no hour without one or an alarm.
   */
  @Test
  void with_servers_that_come_and_go_no_slot_is_told_twice_and_no_silence_is_overlooked() {
    for (long seed = 0; seed < 500; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      List<Beat> beats = new ArrayList<>();
      Set<String> keys = new HashSet<>();
      Instant silentSince = BEGAN;
      for (long second = 0; second < 6 * 3600; second += 15) {
        Instant now = BEGAN.plusSeconds(second);
        boolean anyServerIsUp = random.nextInt(400) > 0 || (second / 5000) % 2 == 0;
        if (random.nextInt(200) == 0) {
          beats.add(new Beat(Beat.Kind.PERSON, now, "cleo", ""));
        }
        if (!anyServerIsUp) {
          second += random.nextInt(6000);
          continue;
        }
        for (int server = 0; server < 2; server++) {
          for (Due due : Rhythm.due("k", BEGAN, List.copyOf(beats), EVERY, now)) {
            if (keys.add(due.key())) {
              beats.add(
                  new Beat(
                      due instanceof Due.Alarm ? Beat.Kind.ALARM : Beat.Kind.MACHINE,
                      now,
                      "evenkeel",
                      ""));
            }
          }
        }
        silentSince = Rhythm.last(BEGAN, beats);
        assertThat(Duration.between(silentSince, now))
            .as("seed %d at %s", seed, now)
            .isLessThan(EVERY);
      }
      List<Instant> machine =
          beats.stream().filter(one -> one.kind() == Beat.Kind.MACHINE).map(Beat::at).toList();
      for (int i = 1; i < machine.size(); i++) {
        assertThat(Duration.between(machine.get(i - 1), machine.get(i)))
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(EVERY);
      }
    }
  }
}
