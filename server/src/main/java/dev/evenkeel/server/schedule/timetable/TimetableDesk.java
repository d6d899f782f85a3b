package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.optimiser.explain.Explainer;
import dev.evenkeel.optimiser.explain.Explanation;
import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.search.Progress;
import dev.evenkeel.optimiser.search.Wishes;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Pricing;
import dev.evenkeel.optimiser.timetable.Score;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.PlanningWish.Pin;
import dev.evenkeel.server.schedule.timetable.problem.Candidate;
import dev.evenkeel.server.schedule.timetable.problem.ProblemMaker;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;
import dev.evenkeel.server.schedule.timetable.store.TimetableStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Timetables: made, looked at, changed by hand, compared, agreed on. */
@Service
public class TimetableDesk {
  private final TimetableStore store;
  private final Solutions solutions;
  private final SolvingRoom room;
  private final Gathering gathering;
  private final UpgradeBook upgrades;
  private final UpgradeZones zones;
  private final StillHolds holds;
  private final Clock clock;

  TimetableDesk(
      TimetableStore store,
      Solutions solutions,
      SolvingRoom room,
      Gathering gathering,
      UpgradeBook upgrades,
      UpgradeZones zones,
      StillHolds holds,
      Clock clock) {
    this.store = store;
    this.solutions = solutions;
    this.room = room;
    this.gathering = gathering;
    this.upgrades = upgrades;
    this.zones = zones;
    this.holds = holds;
    this.clock = clock;
  }

  public List<KeptTimetable> list(int limit) {
    return store.list(limit).stream().map(this::now).toList();
  }

  public KeptTimetable get(long id) {
    return now(
        store
            .find(id)
            .orElseThrow(() ->
                new Refused(Refused.Kind.NOT_FOUND, "There is no timetable %d.".formatted(id))));
  }

  /** The plan, when there is one. */
  public Optional<KeptTimetable> agreed() {
    return store.agreed();
  }

  /** Where an upgrade stands in the plan. */
  public Optional<Placement> agreed(UpgradeId upgrade) {
    return store.agreed(upgrade);
  }

  /** In the order of their starts. */
  public List<Placement> placements(long id) {
    get(id);
    return store.placements(id);
  }

  public Solution solution(long id) {
    KeptTimetable kept = get(id);
    return solutions.of(id, kept.version());
  }

  /** With what is in memory only, while it is made here. */
  private KeptTimetable now(KeptTimetable kept) {
    Optional<Progress> live = kept.solving().goesOn() ? room.progress(kept.id()) : Optional.empty();
    return live.map(progress ->
            new KeptTimetable(
                kept.id(),
                kept.name(),
                kept.state(),
                kept.solving(),
                kept.wish(),
                kept.findings(),
                kept.upgrades(),
                progress.planned(),
                progress.total(),
                progress.bound(),
                progress.elapsed().toMillis() / 1000.0,
                kept.trouble(),
                kept.heard(),
                kept.madeBy(),
                kept.madeAt(),
                kept.agreedBy(),
                kept.agreedAt(),
                kept.version()))
        .orElse(kept);
  }

  /** What has begun by the plan is never planned again. */
  private Map<Long, Span> begun(Instant now) {
    return store
        .agreed()
        .map(plan ->
            store.placements(plan.id()).stream()
                .filter(one -> one.start().isBefore(now))
                .collect(
                    Collectors.toMap(
                        one -> one.upgrade().value(), one -> new Span(one.start(), one.end()))))
        .orElse(Map.of());
  }

  /**
   * Begins to make a timetable.
   *
   * @throws Refused when there is nothing to plan
   */
  public KeptTimetable make(PlanningWish wish, Actor actor) {
    List<Placement> near = wish.basedOn().map(this::placements).orElse(List.of());
    Instant now = clock.instant();
    Map<Long, Span> begun = begun(now);
    ProblemMaker.Made made = gathering.gather(wish, begun);
    Problem problem = made.problem();
    long id = store.add(wish, problem, made.findings(), actor, now);
    List<Pin> pins = new ArrayList<>(wish.pins());
    Set<Long> pinned = pins.stream().map(Pin::upgrade).collect(Collectors.toSet());
    near.stream()
        .filter(Placement::pinned)
        .filter(one -> !begun.containsKey(one.upgrade().value()))
        .filter(one -> pinned.add(one.upgrade().value()))
        .forEach(one -> pins.add(new Pin(one.upgrade().value(), one.start(), one.mode())));
    SlotGrid grid = SlotGrid.of(problem);
    Wishes wishes =
        Wishes.near(
                new Timetable(
                    near.stream()
                        .filter(one -> !begun.containsKey(one.upgrade().value()))
                        .filter(one -> grid.from(one.start()) >= 0)
                        .map(one ->
                            new Assignment(
                                Candidate.key(one.upgrade()), one.mode(), grid.from(one.start())))
                        .toList()))
            .pinning(
                pins.stream()
                    .map(pin ->
                        new Assignment(
                            Candidate.key(new UpgradeId(pin.upgrade())),
                            pin.mode(),
                            grid.from(pin.start())))
                    .toList());
    room.solve(
        id,
        problem,
        wishes,
        Duration.ofSeconds(wish.seconds()),
        timetable -> placed(problem, timetable, pinned));
    return get(id);
  }

  private static List<Placement> placed(Problem problem, Timetable timetable, Set<Long> pinned) {
    SlotGrid grid = SlotGrid.of(problem);
    return timetable.assignments().stream()
        .map(one -> {
          Upgrade upgrade = upgrade(problem, one.upgrade());
          UpgradeId id = Candidate.id(one.upgrade());
          int end = one.start() + upgrade.mode(one.mode()).orElseThrow().length();
          return new Placement(
              id, grid.at(one.start()), grid.at(end), one.mode(), pinned.contains(id.value()));
        })
        .toList();
  }

  private static Upgrade upgrade(Problem problem, String key) {
    return problem.upgrades().stream()
        .filter(one -> one.id().equals(key))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND,
                "Upgrade %s is not in this timetable. Make a new one that has it."
                    .formatted(key.substring(1))));
  }

  /** Ends the search; the best so far is kept. */
  public void stop(long id) {
    KeptTimetable kept = get(id);
    if (!kept.solving().goesOn()) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "Timetable %d is not being made any more.".formatted(id));
    }
    if (!room.stop(id)) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Timetable %d is being made by another server. Stop it there, or wait until its %d seconds are over."
              .formatted(id, kept.wish().seconds()));
    }
  }

  /** Why an upgrade stands where it does, or has no place. */
  public Explanation explain(long id, UpgradeId upgrade) {
    Solution solution = solution(id);
    String key = Candidate.key(upgrade);
    upgrade(solution.problem(), key);
    return Explainer.explain(solution.problem(), solution.timetable(), key);
  }

  /**
   * What another place would change.
   *
   * @param start the first slot that begins then or later
   * @param difference of the objective; less is better
   * @param conflicts all that keeps it from there; empty when it could stand there
   */
  public record Tried(
      Instant start,
      Instant end,
      String mode,
      Score score,
      long total,
      long difference,
      List<Obstacle> conflicts) {}

  /** What it would mean to put an upgrade somewhere else, with all others where they are. */
  public Tried tryOut(long id, UpgradeId upgrade, Instant start, Optional<String> mode) {
    return tried(solution(id), upgrade, start, mode);
  }

  private static Tried tried(
      Solution solution, UpgradeId id, Instant start, Optional<String> wanted) {
    Problem problem = solution.problem();
    String key = Candidate.key(id);
    Upgrade upgrade = upgrade(problem, key);
    Optional<Assignment> here =
        solution.timetable().assignments().stream()
            .filter(one -> one.upgrade().equals(key))
            .findFirst();
    String name =
        wanted.or(() -> here.map(Assignment::mode)).orElse(upgrade.modes().getFirst().id());
    var mode =
        upgrade
            .mode(name)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.INVALID,
                    "Upgrade %s is not planned the way '%s'. Take one of %s."
                        .formatted(
                            id,
                            name,
                            upgrade.modes().stream()
                                .map(one -> one.id())
                                .collect(Collectors.joining(", ")))));
    SlotGrid grid = solution.grid();
    int slot = grid.from(start);
    if (slot < 0 || slot + mode.length() > problem.horizonSlots()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The timetable is from %s to %s; %s to %s is outside. Make one that looks further ahead."
              .formatted(
                  grid.at(0),
                  grid.at(grid.slots()),
                  start,
                  start.plus(Duration.ofMinutes((long) mode.length() * grid.minutes()))));
    }
    Pricing pricing = new Pricing(problem);
    Score score = pricing.of(upgrade, mode, slot);
    long total = score.total(problem.weights());
    long before =
        here.map(one ->
                pricing
                    .of(upgrade, upgrade.mode(one.mode()).orElseThrow(), one.start())
                    .total(problem.weights()))
            .orElse(upgrade.deferPenalty());
    return new Tried(
        grid.at(slot),
        grid.at(slot + mode.length()),
        name,
        score,
        total,
        total - before,
        Explainer.obstacles(problem, solution.timetable(), new Assignment(key, name, slot)));
  }

  /**
   * Puts an upgrade somewhere else and pins it there.
   *
   * @throws Refused when something keeps it from there
   */
  @Transactional
  public Tried move(long id, UpgradeId upgrade, Instant start, Optional<String> mode) {
    store.lock(id);
    KeptTimetable kept = draft(id);
    Solution solution = solutions.of(id, kept.version());
    Tried tried = tried(solution, upgrade, start, mode);
    if (!tried.conflicts().isEmpty()) {
      throw new Refused(
              Refused.Kind.NOT_NOW,
              "It cannot be there: %s."
                  .formatted(
                      tried.conflicts().stream()
                          .map(new ObstacleWords(solution.problem())::says)
                          .collect(Collectors.joining("; "))))
          .with("upgrade", upgrade.value());
    }
    String key = Candidate.key(upgrade);
    List<Assignment> all =
        new ArrayList<>(
            solution.timetable().assignments().stream()
                .filter(one -> !one.upgrade().equals(key))
                .toList());
    all.add(new Assignment(key, tried.mode(), solution.grid().from(tried.start())));
    Timetable timetable = new Timetable(all);
    Set<Long> pinned =
        store.placements(id).stream()
            .filter(Placement::pinned)
            .map(one -> one.upgrade().value())
            .collect(Collectors.toCollection(HashSet::new));
    pinned.add(upgrade.value());
    store.place(
        id,
        timetable,
        Check.of(solution.problem(), timetable).score().total(solution.problem().weights()),
        placed(solution.problem(), timetable, pinned));
    return tried;
  }

  /** What is pinned stays where it is when it is planned again. */
  @Transactional
  public void pin(long id, UpgradeId upgrade, boolean pinned) {
    store.lock(id);
    draftOrAgreed(id);
    if (!store.pin(id, upgrade, pinned)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "Upgrade %s has no place in timetable %d, so it cannot be pinned."
              .formatted(upgrade, id));
    }
  }

  private KeptTimetable draft(long id) {
    KeptTimetable kept = draftOrAgreed(id);
    if (kept.state() != TimetableState.DRAFT) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Timetable %d was agreed on and stays as it is. Plan again from it, and change that."
              .formatted(id));
    }
    return kept;
  }

  private KeptTimetable draftOrAgreed(long id) {
    KeptTimetable kept = get(id);
    if (kept.solving().goesOn()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Timetable %d is still being made. Stop it, or wait until it ends.".formatted(id));
    }
    if (kept.state() == TimetableState.SUPERSEDED) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "Timetable %d is not the plan any more.".formatted(id));
    }
    return kept;
  }

  /**
   * Makes it the plan: the day of go-live of each of its upgrades follows, and what the plan before
   * had and this one has not loses the day it had from it.
   *
   * @throws Refused when it asks what would be if, is not a draft, or holds no longer
   */
  @Transactional
  public KeptTimetable agree(long id, Actor actor) {
    KeptTimetable kept = draft(id);
    if (kept.wish().isWhatIf()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Timetable %d asks what would be if; the freezes, people and money it counts on are not there. Change them in the estate and make another."
              .formatted(id));
    }
    if (kept.solving() == Solving.BROKEN || kept.planned() == 0) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "Timetable %d has no places to agree on.".formatted(id));
    }
    List<Placement> places = store.placements(id);
    Instant now = clock.instant();
    List<Placement> before =
        store.agreed().map(one -> store.placements(one.id())).orElse(List.of());
    holds.require(id, places, before, now);
    if (!store.agree(id, actor, now)) {
      throw new Refused(
          Refused.Kind.STALE, "Timetable %d was changed by somebody else meanwhile.".formatted(id));
    }
    store.keepWhatHasBegun(before, id, now);
    places.forEach(placement -> goLive(placement, Optional.of(day(placement)), actor));
    Set<UpgradeId> placed = places.stream().map(Placement::upgrade).collect(Collectors.toSet());
    before.stream()
        .filter(one -> !placed.contains(one.upgrade()) && one.start().isAfter(now))
        .filter(one -> upgrades.get(one.upgrade()).terms().goLive().equals(Optional.of(day(one))))
        .forEach(one -> goLive(one, Optional.empty(), actor));
    return Objects.requireNonNull(store.find(id).orElse(null));
  }

  private LocalDate day(Placement placement) {
    return placement.start().atZone(zones.of(upgrades.get(placement.upgrade()))).toLocalDate();
  }

  private void goLive(Placement placement, Optional<LocalDate> day, Actor actor) {
    var upgrade = upgrades.get(placement.upgrade());
    var terms = upgrade.terms();
    if (!terms.goLive().equals(day)) {
      upgrades.edit(upgrade.id(), terms.on(day), upgrade.version(), actor);
    }
  }

  public void remove(long id) {
    draft(id);
    if (!store.remove(id)) {
      throw new Refused(Refused.Kind.STALE, "Timetable %d is no draft any more.".formatted(id));
    }
  }

  /** The zone in which people mean days when no system says another. */
  static final ZoneOffset USUAL_ZONE = ZoneOffset.UTC;
}
