package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.Rehearsals;
import dev.evenkeel.server.schedule.RehearsedTimes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Tells the schedule what rehearsals have measured. What one has measured never changes, so it is
 * kept; which systems there are is asked each time.
 */
@Component
class RehearsedRunbooks implements RehearsedTimes {
  private final Rehearsals rehearsals;
  private final Plans plans;
  private final SystemHours estate;
  private final Map<RunId, Optional<Rehearsed>> measured = new ConcurrentHashMap<>();

  RehearsedRunbooks(Rehearsals rehearsals, Plans plans, SystemHours estate) {
    this.rehearsals = rehearsals;
    this.plans = plans;
    this.estate = estate;
  }

  @Override
  public List<Rehearsed> newest() {
    Set<Rehearsals.Kind> seen = new HashSet<>();
    List<Rehearsed> found = new ArrayList<>();
    for (Rehearsals.WentBack one : rehearsals.wentBack()) {
      Optional<Rehearsed> known = measured.computeIfAbsent(one.run(), run -> measure(one));
      if (known.isPresent() && seen.add(one.kind())) {
        found.add(inEstate(known.get()));
      }
    }
    return found;
  }

  private Optional<Rehearsed> measure(Rehearsals.WentBack one) {
    return rehearsals
        .length(one.run())
        .map(took -> {
          PlannedRun planned = plans.of(one.run());
          Runbook runbook = planned.runbook();
          return new Rehearsed(
              one.run().value(),
              runbook.title(),
              ChangeHours.names(runbook),
              planned.versions(),
              one.at(),
              took.forward(),
              took.back(),
              runbook.limits().wayBack());
        });
  }

  private Rehearsed inEstate(Rehearsed one) {
    return new Rehearsed(
        one.run(),
        one.runbook(),
        estate.known(one.systems()),
        one.to(),
        one.at(),
        one.work(),
        one.wayBack(),
        one.reserved());
  }
}
