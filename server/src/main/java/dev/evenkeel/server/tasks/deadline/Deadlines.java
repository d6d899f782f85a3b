package dev.evenkeel.server.tasks.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Until when each task of a list is due.
 *
 * <ol>
 *   <li>A deadline that was set by hand stands.
 *   <li>Otherwise it counts from its basis. For {@code previous-step} that is the latest of the
 *       tasks it comes after, or the task before it in the list, or the launch for the first.
 *   <li>A task that was done late moves what counts from it; one that was done early moves nothing,
 *       for what was promised for a day is kept on that day.
 *   <li>Days are whole days of the zone and end at 17:00; hours are counted by the clock, from the
 *       first moment of the day of go-live.
 * </ol>
 *
 * <p>What counts from a moment nobody has said, or from itself, has no deadline. One pass over the
 * list: moving one deadline and computing all again costs the same as computing them once.
 */
public final class Deadlines {
  private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

  private final Moments moments;
  private final Map<String, Timed> tasks = new LinkedHashMap<>();
  private final Map<String, String> before = new HashMap<>();
  private final Map<String, Optional<Instant>> due = new LinkedHashMap<>();

  private Deadlines(List<Timed> inOrder, Moments moments) {
    this.moments = moments;
    String last = "";
    for (Timed task : inOrder) {
      tasks.put(task.key(), task);
      if (!last.isEmpty()) {
        before.put(task.key(), last);
      }
      last = task.key();
    }
  }

  /**
   * @return by key; empty where the moment it counts from is not known
   */
  public static Map<String, Optional<Instant>> of(List<Timed> inOrder, Moments moments) {
    var deadlines = new Deadlines(inOrder, moments);
    inOrder.forEach(task -> deadlines.settle(task.key()));
    return deadlines.due;
  }

  /**
   * Tasks that come after themselves, in the order in which they would have to be done.
   *
   * @return empty when there is no circle; otherwise the first key stands at the end again
   */
  public static List<String> circle(List<Timed> inOrder) {
    var deadlines = new Deadlines(inOrder, noMoments());
    Set<String> well = new HashSet<>();
    for (Timed task : inOrder) {
      List<String> round = deadlines.circle(task.key(), new ArrayList<>(), well);
      if (!round.isEmpty()) {
        return round.reversed();
      }
    }
    return List.of();
  }

  /** How many whole days there are from the launch to the last deadline. */
  public static long days(List<Timed> inOrder) {
    Moments moments = noMoments();
    return of(inOrder, moments).values().stream()
        .flatMap(Optional::stream)
        .mapToLong(at ->
            ChronoUnit.DAYS.between(
                moments.launch().atZone(moments.zone()).toLocalDate(),
                at.atZone(moments.zone()).toLocalDate()))
        .max()
        .orElse(0);
  }

  private static Moments noMoments() {
    return new Moments(
        Instant.EPOCH, Optional.empty(), Optional.empty(), java.time.ZoneOffset.UTC, Workdays.ALL);
  }

  private List<String> circle(String key, List<String> way, Set<String> well) {
    int seen = way.indexOf(key);
    if (seen >= 0) {
      List<String> round = new ArrayList<>(way.subList(seen, way.size()));
      round.add(key);
      return round;
    }
    if (well.contains(key)) {
      return List.of();
    }
    way.add(key);
    for (String earlier : earlier(key)) {
      List<String> round = circle(earlier, way, well);
      if (!round.isEmpty()) {
        return round;
      }
    }
    way.removeLast();
    well.add(key);
    return List.of();
  }

  /** What a task waits for: what it comes after, and what its deadline counts from. */
  private List<String> earlier(String key) {
    Timed task = tasks.get(key);
    if (task == null) {
      return List.of();
    }
    if (!task.after().isEmpty() || task.basis() != Basis.PREVIOUS_STEP) {
      return task.after();
    }
    String previous = before.get(key);
    return previous == null ? List.of() : List.of(previous);
  }

  /** Without recursion: a chain of hundreds of steps is not too deep. */
  private void settle(String wanted) {
    Deque<String> open = new ArrayDeque<>(List.of(wanted));
    Set<String> onTheWay = new HashSet<>();
    while (!open.isEmpty()) {
      String key = open.peek();
      List<String> missing =
          due.containsKey(key)
              ? List.of()
              : bases(key).stream()
                  .filter(one -> !due.containsKey(one) && !onTheWay.contains(one))
                  .toList();
      if (missing.isEmpty()) {
        open.pop();
        Timed task = tasks.get(key);
        if (task != null && !due.containsKey(key)) {
          due.put(key, task.movedTo().or(() -> computed(task)));
        }
      } else {
        onTheWay.add(key);
        missing.forEach(open::push);
      }
    }
  }

  private List<String> bases(String key) {
    Timed task = tasks.get(key);
    return task == null || task.basis() != Basis.PREVIOUS_STEP ? List.of() : earlier(key);
  }

  private Optional<Instant> computed(Timed task) {
    return switch (task.basis()) {
      case LAUNCH -> Optional.of(later(moments.launch(), task.offset()));
      case WINDOW_START -> moments.windowStart().map(start -> later(start, task.offset()));
      case GO_LIVE ->
          moments
              .goLive()
              .map(day -> later(day.atStartOfDay(moments.zone()).toInstant(), task.offset()));
      case PREVIOUS_STEP -> {
        List<String> bases = earlier(task.key());
        if (bases.isEmpty()) {
          yield Optional.of(later(moments.launch(), task.offset()));
        }
        List<Optional<Instant>> ends = bases.stream().map(this::end).toList();
        yield ends.stream().anyMatch(Optional::isEmpty)
            ? Optional.empty()
            : ends.stream()
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .map(end -> later(end, task.offset()));
      }
    };
  }

  /** When a task is over: when it was done if that was late, otherwise its deadline. */
  private Optional<Instant> end(String key) {
    Optional<Instant> deadline = due.getOrDefault(key, Optional.empty());
    Timed task = tasks.get(key);
    Optional<Instant> done = task == null ? Optional.empty() : task.doneAt();
    return done.filter(at -> deadline.isEmpty() || at.isAfter(deadline.get())).or(() -> deadline);
  }

  private Instant later(Instant base, Offset offset) {
    if (!offset.days()) {
      return base.plus(offset.amount(), ChronoUnit.HOURS);
    }
    LocalDate day =
        moments.workdays().plus(base.atZone(moments.zone()).toLocalDate(), offset.amount());
    return day.atTime(END_OF_DAY).atZone(moments.zone()).toInstant();
  }
}
