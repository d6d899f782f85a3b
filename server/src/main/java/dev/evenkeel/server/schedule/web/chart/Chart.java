package dev.evenkeel.server.schedule.web.chart;

import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Pricing;
import dev.evenkeel.optimiser.timetable.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A timetable as it is drawn. All places are in slots from the start. What many upgrades share
 * (windows, freezes) is there once, and upgrades name it by its number.
 *
 * @param bars group by group, the earliest of each first
 * @param windows each as beginnings and ends in turn
 * @param freezes each as beginnings and ends in turn
 */
public record Chart(
    Instant start,
    int slotMinutes,
    int slots,
    List<Bar> bars,
    List<List<Integer>> windows,
    List<Hatch> freezes,
    List<Arrow> arrows,
    List<Missing> missing) {

  /**
   * An upgrade with its place.
   *
   * @param start its first slot
   * @param work slots of the work; buffer and way back follow
   * @param windows number of the windows it keeps to
   * @param freezes numbers of the freezes it keeps to
   * @param deadline the slot in which support ends
   * @param total what the place costs, all in all
   */
  public record Bar(
      long upgrade,
      String title,
      List<String> systems,
      String group,
      int start,
      int work,
      int buffer,
      int wayBack,
      String mode,
      boolean pinned,
      int windows,
      List<Integer> freezes,
      Optional<Integer> deadline,
      long downtime,
      long risk,
      long cost,
      long total) {

    public int end() {
      return start + work + buffer + wayBack;
    }

    public boolean isLate() {
      return deadline.filter(slot -> end() > slot).isPresent();
    }
  }

  /** A freeze. */
  public record Hatch(int from, int to, String says) {}

  /** One upgrade comes after another. */
  public record Arrow(long before, long after, String why) {}

  /**
   * An upgrade without a place.
   *
   * @param penalty what leaving it out costs
   * @param ways in which it could be done, the first of them first
   */
  public record Missing(
      long upgrade,
      String title,
      List<String> systems,
      String group,
      List<Integer> freezes,
      Optional<Integer> deadline,
      long penalty,
      List<Way> ways) {}

  /** How long an upgrade takes when it is done one way, in slots, and the windows it keeps to. */
  public record Way(String mode, int work, int buffer, int wayBack, int windows) {}

  /**
   * @param known by the key of the upgrade in the problem; an upgrade that nobody knows is left out
   */
  public static Chart of(
      Problem problem,
      List<Assignment> places,
      Set<String> pinned,
      Map<String, Known> known,
      Grouping by) {
    return new Drawing(problem, places, pinned, known, by).chart();
  }

  /** When a slot begins. */
  public Instant at(int slot) {
    return start.plusSeconds(60L * slotMinutes * slot);
  }

  private static final class Drawing {
    private final Problem problem;
    private final Map<String, Assignment> places;
    private final Set<String> pinned;
    private final Map<String, Known> known;
    private final Grouping by;
    private final Pricing pricing;
    private final Map<String, PlannedSystem> systems;
    private final Map<String, Integer> calendars = new LinkedHashMap<>();

    Drawing(
        Problem problem,
        List<Assignment> places,
        Set<String> pinned,
        Map<String, Known> known,
        Grouping by) {
      this.problem = problem;
      this.places =
          places.stream()
              .collect(Collectors.toMap(Assignment::upgrade, one -> one, (one, again) -> one));
      this.pinned = pinned;
      this.known = known;
      this.by = by;
      pricing = new Pricing(problem);
      systems = problem.systems().stream().collect(Collectors.toMap(PlannedSystem::id, one -> one));
      problem.calendars().forEach(one -> calendars.put(one.id(), calendars.size()));
    }

    Chart chart() {
      Map<String, List<Integer>> freezes = freezes();
      Map<String, List<Upgrade>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      List<Missing> missing = new ArrayList<>();
      for (Upgrade upgrade : problem.upgrades()) {
        Known one = known.get(upgrade.id());
        if (one != null && places.containsKey(upgrade.id())) {
          groups.computeIfAbsent(one.group(by), group -> new ArrayList<>()).add(upgrade);
        } else if (one != null) {
          missing.add(missing(upgrade, one, freezes));
        }
      }
      List<Bar> bars = new ArrayList<>();
      for (List<Upgrade> group : groups.values()) {
        group.sort(Comparator.comparingInt(one -> place(one).start()));
        group.forEach(upgrade -> bars.add(bar(upgrade, freezes)));
      }
      return new Chart(
          problem.start(),
          problem.slotMinutes(),
          problem.horizonSlots(),
          bars,
          problem.calendars().stream().map(one -> flat(one.open())).toList(),
          problem.freezes().stream()
              .map(one -> new Hatch(one.from(), one.to(), one.label().orElse(one.id())))
              .toList(),
          arrows(),
          missing);
    }

    private Assignment place(Upgrade upgrade) {
      return Objects.requireNonNull(places.get(upgrade.id()));
    }

    private Missing missing(Upgrade upgrade, Known one, Map<String, List<Integer>> freezes) {
      return new Missing(
          one.upgrade(),
          one.title(),
          one.systems(),
          one.group(by),
          freezes.getOrDefault(upgrade.system(), List.of()),
          upgrade.deadline(),
          upgrade.deferPenalty(),
          upgrade.modes().stream()
              .map(mode ->
                  new Way(
                      mode.id(),
                      mode.work(),
                      mode.buffer(),
                      mode.rollback(),
                      windows(upgrade, mode)))
              .toList());
    }

    /** The number of the windows that an upgrade keeps to when it is done one way. */
    private int windows(Upgrade upgrade, Mode mode) {
      PlannedSystem system = Objects.requireNonNull(systems.get(upgrade.system()));
      return Objects.requireNonNull(calendars.get(mode.calendar().orElse(system.calendar())));
    }

    private Bar bar(Upgrade upgrade, Map<String, List<Integer>> freezes) {
      Assignment place = place(upgrade);
      Mode mode = upgrade.mode(place.mode()).orElseThrow();
      Known one = Objects.requireNonNull(known.get(upgrade.id()));
      Score score = pricing.of(upgrade, mode, place.start());
      return new Bar(
          one.upgrade(),
          one.title(),
          one.systems(),
          one.group(by),
          place.start(),
          mode.work(),
          mode.buffer(),
          mode.rollback(),
          mode.id(),
          pinned.contains(upgrade.id()),
          windows(upgrade, mode),
          freezes.getOrDefault(upgrade.system(), List.of()),
          upgrade.deadline(),
          score.downtime(),
          score.risk(),
          score.cost(),
          score.total(problem.weights()));
    }

    /** Numbers of the freezes of each system. */
    private Map<String, List<Integer>> freezes() {
      Map<String, List<Integer>> of = new HashMap<>();
      int number = 0;
      for (Freeze freeze : problem.freezes()) {
        int own = number++;
        if (freeze.all().orElse(false)) {
          systems.keySet().forEach(id -> of.computeIfAbsent(id, i -> new ArrayList<>()).add(own));
        } else {
          freeze
              .systems()
              .orElseGet(List::of)
              .forEach(id -> of.computeIfAbsent(id, i -> new ArrayList<>()).add(own));
        }
      }
      return of;
    }

    private static List<Integer> flat(List<Interval> open) {
      List<Integer> flat = new ArrayList<>(2 * open.size());
      for (Interval one : open) {
        flat.add(one.from());
        flat.add(one.to());
      }
      return flat;
    }

    private List<Arrow> arrows() {
      List<Arrow> arrows = new ArrayList<>();
      problem
          .precedences()
          .forEach(one -> {
            Known before = known.get(one.before());
            Known after = known.get(one.after());
            if (before != null && after != null) {
              arrows.add(new Arrow(before.upgrade(), after.upgrade(), one.kind()));
            }
          });
      return arrows;
    }
  }
}
