package dev.evenkeel.server.execution.upgrades;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.execution.store.FinishedRuns;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.CarriedOut;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** By the newest run in production of each. */
@Component
class CarriedOutByRuns implements CarriedOut {
  private final FinishedRuns runs;
  private final Clock clock;

  CarriedOutByRuns(FinishedRuns runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  @Override
  public Map<UpgradeId, Span> begun() {
    Instant goesOn = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    Map<UpgradeId, Span> all = new HashMap<>();
    runs.begun()
        .forEach(run -> {
          Instant end = run.ended().orElse(goesOn);
          Instant last = end.isAfter(run.started()) ? end : run.started().plusSeconds(1);
          all.put(run.upgrade(), new Span(run.started(), last));
        });
    return all;
  }
}
