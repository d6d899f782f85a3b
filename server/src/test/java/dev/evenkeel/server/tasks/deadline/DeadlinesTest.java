package dev.evenkeel.server.tasks.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Until when tasks are due (C02, D1, D2). */
@Tag("C02")
class DeadlinesTest {
  private static final Instant LAUNCH = Instant.parse("2026-11-23T09:00:00Z"); // a Monday
  private static final Moments FROM_LAUNCH =
      moments(Optional.empty(), Optional.empty(), Workdays.ALL);

  @Test
  void steps_one_after_the_other_add_up_and_from_the_launch_they_do_not() {
    List<Timed> literal = sixSteps(Basis.PREVIOUS_STEP);
    assertThat(day(literal, FROM_LAUNCH, "s5")).isEqualTo("2027-01-14");
    assertThat(Deadlines.days(literal)).isEqualTo(52);
    assertThat(Deadlines.days(sixSteps(Basis.LAUNCH))).isEqualTo(21);
  }

  @Test
  void moving_one_deadline_moves_everything_downstream_and_nothing_else() {
    List<Timed> before = sixSteps(Basis.PREVIOUS_STEP);
    List<Timed> after = new ArrayList<>(before);
    Timed second = before.get(1);
    after.set(1, movedTo(second, Instant.parse("2026-12-10T12:00:00Z")));
    assertThat(day(after, FROM_LAUNCH, "s0")).isEqualTo(day(before, FROM_LAUNCH, "s0"));
    assertThat(day(after, FROM_LAUNCH, "s1")).isEqualTo("2026-12-10");
    assertThat(day(after, FROM_LAUNCH, "s2")).isEqualTo("2026-12-15");
    assertThat(day(after, FROM_LAUNCH, "s5")).isEqualTo("2027-01-26");
  }

  @Test
  void what_was_done_late_pushes_and_what_was_done_early_does_not_pull() {
    List<Timed> tasks = sixSteps(Basis.PREVIOUS_STEP);
    List<Timed> late = new ArrayList<>(tasks);
    late.set(0, doneAt(tasks.getFirst(), "2026-11-30T10:00:00Z"));
    assertThat(day(late, FROM_LAUNCH, "s1")).isEqualTo("2026-12-03");
    List<Timed> early = new ArrayList<>(tasks);
    early.set(0, doneAt(tasks.getFirst(), "2026-11-23T10:00:00Z"));
    assertThat(day(early, FROM_LAUNCH, "s1")).isEqualTo(day(tasks, FROM_LAUNCH, "s1"));
  }

  @Test
  void days_before_go_live_and_hours_into_the_window_wait_for_their_moment() {
    List<Timed> tasks =
        List.of(
            timed("audit", Basis.GO_LIVE, "-14d"),
            timed("smoke", Basis.WINDOW_START, "4h"),
            timed("then", Basis.PREVIOUS_STEP, "1d"));
    assertThat(Deadlines.of(tasks, FROM_LAUNCH).values()).containsOnly(Optional.empty());
    Moments known =
        moments(
            Optional.of(LocalDate.parse("2027-03-01")),
            Optional.of(Instant.parse("2027-03-01T22:00:00Z")),
            Workdays.ALL);
    assertThat(day(tasks, known, "audit")).isEqualTo("2027-02-15");
    assertThat(Deadlines.of(tasks, known).get("smoke"))
        .contains(Instant.parse("2027-03-02T02:00:00Z"));
    assertThat(day(tasks, known, "then")).isEqualTo("2027-03-03");
  }

  @Test
  void working_days_pass_over_weekends_and_days_off_in_both_directions() {
    var workdays = new Workdays(true, Set.of(LocalDate.parse("2026-11-26")));
    Moments moments =
        moments(Optional.of(LocalDate.parse("2026-12-07")), Optional.empty(), workdays);
    List<Timed> tasks =
        List.of(timed("four", Basis.LAUNCH, "4d"), timed("before", Basis.GO_LIVE, "-1d"));
    assertThat(day(tasks, moments, "four")).as("Tue, Wed, Fri, Mon").isEqualTo("2026-11-30");
    assertThat(day(tasks, moments, "before")).as("Friday before Monday").isEqualTo("2026-12-04");
  }

  @Test
  void a_day_ends_at_five_by_the_clock_of_its_zone_also_when_that_clock_changes() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Moments moments =
        new Moments(
            Instant.parse("2027-03-26T08:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            berlin,
            Workdays.ALL);
    var due =
        Deadlines.of(
            List.of(timed("a", Basis.LAUNCH, "1d"), timed("b", Basis.LAUNCH, "3d")), moments);
    assertThat(due.get("a")).contains(Instant.parse("2027-03-27T16:00:00Z"));
    assertThat(due.get("b")).contains(Instant.parse("2027-03-29T15:00:00Z"));
  }

  @Test
  void the_latest_of_what_it_comes_after_counts_whatever_the_order_of_the_list() {
    List<Timed> tasks =
        List.of(
            after("join", "2d", "slow", "quick"),
            timed("slow", Basis.LAUNCH, "10d"),
            timed("quick", Basis.LAUNCH, "1d"));
    assertThat(day(tasks, FROM_LAUNCH, "join")).isEqualTo("2026-12-05");
    assertThat(Deadlines.circle(tasks)).isEmpty();
  }

  @Test
  void a_circle_is_named_and_does_not_hang() {
    List<Timed> tasks =
        List.of(after("a", "1d", "c"), after("b", "1d", "a"), after("c", "1d", "b"));
    assertThat(Deadlines.circle(tasks)).containsExactly("a", "b", "c", "a");
    assertThat(Deadlines.of(tasks, FROM_LAUNCH)).hasSize(3);
    assertThat(
            Deadlines.circle(List.of(after("a", "1d", "b"), timed("b", Basis.PREVIOUS_STEP, "1d"))))
        .as("the second counts from the first, which comes after it")
        .hasSize(3);
  }

  @Test
  void a_chain_of_five_hundred_is_computed_at_once() {
    List<Timed> tasks = new ArrayList<>();
    for (int n = 0; n < 500; n++) {
      tasks.addFirst(
          n == 0 ? timed("t0", Basis.LAUNCH, "1d") : after("t" + n, "1d", "t" + (n - 1)));
    }
    assertThat(day(tasks, FROM_LAUNCH, "t499")).isEqualTo("2028-04-06");
  }

  private static List<Timed> sixSteps(Basis basis) {
    int[] offsets = {2, 3, 5, 7, 14, 21};
    List<Timed> tasks = new ArrayList<>();
    for (int n = 0; n < offsets.length; n++) {
      tasks.add(timed("s" + n, basis, offsets[n] + "d"));
    }
    return tasks;
  }

  private static Timed timed(String key, Basis basis, String offset) {
    return new Timed(
        key,
        basis,
        Offset.parse(offset).orElseThrow(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Timed after(String key, String offset, String... after) {
    return new Timed(
        key,
        Basis.PREVIOUS_STEP,
        Offset.parse(offset).orElseThrow(),
        List.of(after),
        Optional.empty(),
        Optional.empty());
  }

  private static Timed movedTo(Timed task, Instant at) {
    return new Timed(
        task.key(), task.basis(), task.offset(), task.after(), Optional.of(at), task.doneAt());
  }

  private static Timed doneAt(Timed task, String at) {
    return new Timed(
        task.key(),
        task.basis(),
        task.offset(),
        task.after(),
        task.movedTo(),
        Optional.of(Instant.parse(at)));
  }

  private static Moments moments(
      Optional<LocalDate> goLive, Optional<Instant> window, Workdays workdays) {
    return new Moments(LAUNCH, goLive, window, ZoneOffset.UTC, workdays);
  }

  private static String day(List<Timed> tasks, Moments moments, String key) {
    Map<String, Optional<Instant>> due = Deadlines.of(tasks, moments);
    return due.get(key).orElseThrow().atZone(moments.zone()).toLocalDate().toString();
  }
}
