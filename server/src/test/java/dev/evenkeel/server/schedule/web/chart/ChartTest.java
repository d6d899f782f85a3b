package dev.evenkeel.server.schedule.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Profile;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.problem.Weights;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.server.schedule.web.chart.Chart.Bar;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a timetable is laid out: who stands in which row, from where to where. */
@Tag("C28")
class ChartTest {
  private static final Instant START = Instant.parse("2027-01-04T00:00:00Z");

  private static final Problem PROBLEM =
      new Problem(
          Problem.FORMAT,
          "spring",
          START,
          60,
          240,
          new Weights(1, 1, 1),
          List.of(
              new Calendar("always", List.of(new Interval(0, 240))),
              new Calendar("nights", List.of(new Interval(22, 30), new Interval(46, 54)))),
          List.of(
              new Freeze(
                  "f", Optional.of("sale"), 40, 44, Optional.of(List.of("u1")), Optional.empty()),
              new Freeze("g", Optional.empty(), 50, 60, Optional.empty(), Optional.of(true))),
          List.of(new Profile("p", Collections.nCopies(240, 1))),
          List.of(system("u1", "nights"), system("u2", "always"), system("u3", "always")),
          List.of(),
          List.of(),
          List.of(),
          List.of(
              upgrade("u1", Optional.of(24)),
              upgrade("u2", Optional.empty()),
              upgrade("u3", Optional.empty())),
          List.of(new Precedence("u2", "u1", 0, "the shop needs it")));

  private static final Map<String, Known> KNOWN =
      Map.of("u1", known(1, "web"), "u2", known(2, "web"), "u3", known(3, "Back"));

  private static PlannedSystem system(String id, String calendar) {
    return new PlannedSystem(id, id, calendar, "p", 10, List.of());
  }

  private static Upgrade upgrade(String id, Optional<Integer> deadline) {
    Mode mode =
        new Mode(
            "big-bang",
            0,
            2,
            1,
            2,
            List.of(new Mode.Down(0, 2, 1000)),
            500,
            0,
            List.of(),
            Optional.empty());
    return new Upgrade(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        0,
        deadline,
        0,
        0,
        0,
        9_000,
        "none",
        List.of(mode));
  }

  private static Known known(long id, String team) {
    return new Known(
        id,
        "upgrade " + id,
        List.of("s" + id),
        Map.of(Grouping.TEAM, team, Grouping.SYSTEM, "s" + id, Grouping.SERVICE, "one"));
  }

  private static Chart chart(Grouping by) {
    return Chart.of(
        PROBLEM,
        List.of(new Assignment("u1", "big-bang", 22), new Assignment("u2", "big-bang", 3)),
        Set.of("u1"),
        KNOWN,
        by);
  }

  @Test
  void bars_stand_group_by_group_the_earliest_first() {
    assertThat(chart(Grouping.TEAM).bars()).extracting(Bar::upgrade).containsExactly(2L, 1L);
    assertThat(chart(Grouping.SYSTEM).bars()).extracting(Bar::group).containsExactly("s1", "s2");
  }

  @Test
  void a_bar_has_its_parts_its_windows_its_freezes_and_its_price() {
    Bar bar = chart(Grouping.TEAM).bars().getLast();
    assertThat(chart(Grouping.TEAM).at(bar.start())).isEqualTo("2027-01-04T22:00:00Z");
    assertThat(List.of(bar.work(), bar.buffer(), bar.wayBack())).containsExactly(2, 1, 2);
    assertThat(bar.end()).isEqualTo(27);
    assertThat(bar.isLate()).as("support ends in slot 24").isTrue();
    assertThat(bar.pinned()).isTrue();
    assertThat(chart(Grouping.TEAM).windows().get(bar.windows())).containsExactly(22, 30, 46, 54);
    assertThat(bar.freezes()).containsExactly(0, 1);
    assertThat(chart(Grouping.TEAM).bars().getFirst().freezes()).containsExactly(1);
    assertThat(bar.downtime()).isEqualTo(20);
    assertThat(bar.total()).isEqualTo(520);
  }

  @Test
  void what_has_no_place_and_what_comes_first_is_told() {
    Chart chart = chart(Grouping.TEAM);
    assertThat(chart.missing())
        .containsExactly(
            new Chart.Missing(
                3,
                "upgrade 3",
                List.of("s3"),
                "Back",
                List.of(1),
                Optional.empty(),
                9_000,
                List.of(new Chart.Way("big-bang", 2, 1, 2, 0))));
    assertThat(chart.arrows()).containsExactly(new Chart.Arrow(2, 1, "the shop needs it"));
  }
}
