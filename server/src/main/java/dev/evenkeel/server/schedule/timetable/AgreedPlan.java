package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.CarriedOut;
import dev.evenkeel.server.schedule.timetable.store.TimetableStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The timetable that was agreed on, and what it says. */
@Service
public class AgreedPlan {
  private final TimetableStore store;
  private final ObjectProvider<CarriedOut> carried;

  AgreedPlan(TimetableStore store, ObjectProvider<CarriedOut> carried) {
    this.store = store;
    this.carried = carried;
  }

  /** The plan, when there is one. */
  public Optional<KeptTimetable> timetable() {
    return store.agreed();
  }

  /** Where an upgrade stands in it. */
  public Optional<Placement> of(UpgradeId upgrade) {
    return store.agreed(upgrade);
  }

  /** All of it; nothing while there is no plan. */
  public List<Placement> placements() {
    return store.agreed().map(plan -> store.placements(plan.id())).orElse(List.of());
  }

  /**
   * What has begun and is never planned again, by the number of its upgrade: by the plan, and by
   * what was really done, which goes before it.
   */
  Map<Long, Span> begun(Instant now) {
    Map<Long, Span> begun = new HashMap<>();
    placements().stream()
        .filter(one -> one.start().isBefore(now))
        .forEach(one -> begun.put(one.upgrade().value(), new Span(one.start(), one.end())));
    carried
        .orderedStream()
        .forEach(one -> one.begun().forEach((id, when) -> begun.put(id.value(), when)));
    return begun;
  }
}
