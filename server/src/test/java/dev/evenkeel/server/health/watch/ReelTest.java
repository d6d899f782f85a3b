package dev.evenkeel.server.health.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C94")
class ReelTest {
  private static final Instant START = Instant.parse("2026-03-01T22:00:00Z");
  private static final int DAY = 86_400;

  private final Reel reel = new Reel();

  @Test
  void keeps_an_hour_in_full_and_one_a_minute_of_a_day() {
    feed(DAY, 2);
    var kept = reel.tracks("front").getFirst().readings();
    assertThat(kept).hasSizeBetween(1800 + 23 * 60 - 5, 1800 + 30 + 23 * 60 + 5);
    assertThat(kept.getFirst().at()).isBefore(START.plusSeconds(60));
    assertThat(kept.getLast().at()).isEqualTo(START.plusSeconds(DAY));
  }

  @Test
  void loses_no_request_by_thinning() {
    feed(2 * 3600, 2);
    var kept = reel.tracks("front").getFirst().readings();
    long tried = kept.stream().mapToLong(r -> r.find(Fact.Tried.class).orElseThrow().tried()).sum();
    assertThat(tried).isEqualTo(3 * 3600);
    assertThat(kept.getLast().find(Fact.Counted.class)).contains(new Fact.Counted(3600, 0));
  }

  @Test
  void takes_late_readings_and_those_that_come_twice() {
    feed(20, 10);
    reel.add(tracks(List.of(reading(5, 1), reading(10, 99))));
    assertThat(reel.tracks("front").getFirst().readings())
        .extracting(Reading::at)
        .containsExactly(START.plusSeconds(5), START.plusSeconds(10), START.plusSeconds(20));
    assertThat(reel.newest()).isEqualTo(START.plusSeconds(20));
  }

  private void feed(int seconds, int every) {
    var readings = new ArrayList<Reading>();
    for (int second = every; second <= seconds; second += every) {
      readings.add(reading(second, second / every));
      if (readings.size() == 100 || second + every > seconds) {
        reel.add(tracks(readings));
        readings.clear();
      }
    }
  }

  private static Reading reading(int second, int count) {
    return Reading.of(
        START.plusSeconds(second), new Fact.Counted(count, 0), new Fact.Tried(3, 0, List.of()));
  }

  private static Map<String, List<Track>> tracks(List<Reading> readings) {
    return Map.of("front", List.of(new Track("n1", readings)));
  }
}
