package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.store.TimetableStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The timetable that was agreed on, and what it says. */
@Service
public class AgreedPlan {
  private final TimetableStore store;

  AgreedPlan(TimetableStore store) {
    this.store = store;
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

  /** What has begun by it and is never planned again, by the number of its upgrade. */
  Map<Long, Span> begun(Instant now) {
    return placements().stream()
        .filter(one -> one.start().isBefore(now))
        .collect(
            Collectors.toMap(
                one -> one.upgrade().value(), one -> new Span(one.start(), one.end())));
  }
}
