package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.optimiser.explain.Explainer;
import dev.evenkeel.optimiser.explain.Explanation;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.problem.ProblemMaker;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;
import dev.evenkeel.server.schedule.timetable.store.TimetableStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Timetables: made, looked at, explained, removed. */
@Service
public class TimetableDesk {
  private final TimetableStore store;
  private final Solutions solutions;
  private final SolvingRoom room;
  private final Gathering gathering;
  private final AgreedPlan plan;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TimetableDesk(
      TimetableStore store,
      Solutions solutions,
      SolvingRoom room,
      Gathering gathering,
      AgreedPlan plan,
      ApplicationEventPublisher events,
      Clock clock) {
    this.events = events;
    this.store = store;
    this.solutions = solutions;
    this.room = room;
    this.gathering = gathering;
    this.plan = plan;
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

  /** With what is in memory only, while it is made here. */
  private KeptTimetable now(KeptTimetable kept) {
    return kept.solving().goesOn() ? room.progress(kept.id()).map(kept::at).orElse(kept) : kept;
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

  /**
   * Begins to make a timetable.
   *
   * @throws Refused when there is nothing to plan
   */
  public KeptTimetable make(PlanningWish wish, Actor actor) {
    List<Placement> before = wish.basedOn().map(this::placements).orElse(List.of());
    Instant now = clock.instant();
    Map<Long, Span> begun = plan.begun(now);
    ProblemMaker.Made made = gathering.gather(wish, begun);
    Problem problem = made.problem();
    long id = store.add(wish, problem, made.findings(), actor, now);
    Carried carried = Carried.of(wish, before, begun.keySet(), SlotGrid.of(problem));
    room.solve(
        id,
        problem,
        carried.wishes(),
        Duration.ofSeconds(wish.seconds()),
        timetable -> Placement.all(problem, timetable, carried.pinned()));
    return get(id);
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
          "Timetable %d is being made by another server, or by one that went away, which shows within half a minute. Stop it there, or wait until its %d seconds are over."
              .formatted(id, kept.wish().seconds()));
    }
  }

  /** Why an upgrade stands where it does, or has no place. */
  public Explanation explain(long id, UpgradeId upgrade) {
    Solution solution = solution(id);
    return Explainer.explain(
        solution.problem(), solution.timetable(), solution.upgrade(upgrade).id());
  }

  @Transactional
  public void remove(long id) {
    get(id).requireDraft();
    if (!store.remove(id)) {
      throw new Refused(Refused.Kind.STALE, "Timetable %d is no draft any more.".formatted(id));
    }
    events.publishEvent(Auditable.now("timetable removed", "/schedule/timetables/" + id));
  }
}
