package dev.evenkeel.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C04")
class TimelineTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void what_is_so_now_comes_first_then_one_day_after_the_other_the_newest_first() {
    Timeline timeline =
        Timeline.of(
            List.of(
                fact("task-done", NOON.minus(Duration.ofDays(1))),
                fact("run-started", NOON),
                fact("run-finished", NOON.plus(Duration.ofHours(1))),
                now("go-live-set")),
            Optional.empty(),
            0);
    assertThat(timeline.days())
        .extracting(day -> day.at().map(Instant::toString).orElse("now"))
        .containsExactly("now", "2026-11-22T13:00:00Z", "2026-11-21T12:00:00Z");
    assertThat(timeline.days().get(1).facts())
        .extracting(Fact::kind)
        .containsExactly("run-finished", "run-started");
    assertThat(timeline.older()).isZero();
  }

  @Test
  void only_one_kind_is_shown_and_the_others_are_counted() {
    List<Fact> facts =
        List.of(
            fact("task-done", NOON),
            fact("message-sent", NOON.minusSeconds(1)),
            fact("word-said", NOON.minusSeconds(2)));
    Timeline timeline = Timeline.of(facts, Optional.of(FactSort.MESSAGE), 0);
    assertThat(timeline.days().getFirst().facts())
        .extracting(Fact::kind)
        .containsExactly("message-sent", "word-said");
    assertThat(timeline.sorts())
        .containsExactly(
            new Timeline.Count(FactSort.MESSAGE, 2), new Timeline.Count(FactSort.TASK, 1));
    assertThat(timeline.all()).isEqualTo(3);
  }

  @Test
  void five_hundred_are_read_page_by_page_none_left_out_and_none_twice() {
    List<Fact> facts = new ArrayList<>();
    for (int n = 0; n < 500; n++) {
      facts.add(fact("word-said", NOON.minus(Duration.ofMinutes(n * 30L))));
    }
    List<Fact> read = new ArrayList<>();
    int older = 0;
    do {
      Timeline page = Timeline.of(facts, Optional.empty(), older);
      page.days().forEach(day -> read.addAll(day.facts()));
      assertThat(page.days().stream().mapToInt(day -> day.facts().size()).sum())
          .isLessThanOrEqualTo(50);
      older = page.older();
    } while (older > 0);
    assertThat(read).containsExactlyElementsOf(facts);
    assertThat(Timeline.of(facts, Optional.empty(), Integer.MAX_VALUE).days()).isEmpty();
  }

  private static Fact fact(String kind, Instant at) {
    return new Fact(kind, Optional.of(at), Optional.of("ann"), kind + ".", "/upgrades/1", true);
  }

  private static Fact now(String kind) {
    return new Fact(kind, Optional.empty(), Optional.empty(), kind + ".", "/upgrades/1", true);
  }
}
