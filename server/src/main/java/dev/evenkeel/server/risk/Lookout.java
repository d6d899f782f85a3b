package dev.evenkeel.server.risk;

import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.inventory.callers.CallDesk;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.risk.reckon.CallerProbes;
import dev.evenkeel.server.risk.reckon.Probe;
import dev.evenkeel.server.risk.reckon.Probes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that Evenkeel finds by itself that could go wrong with an upgrade. */
@Component
class Lookout {
  private final CallDesk calls;
  private final LifecycleDesk lifecycle;
  private final Clock clock;

  Lookout(CallDesk calls, LifecycleDesk lifecycle, Clock clock) {
    this.calls = calls;
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  List<Probe> of(Terms terms, Snapshot snapshot) {
    return Stream.concat(
            Probes.of(
                terms,
                snapshot.estate(),
                snapshot.map(),
                lifecycle::supportEnd,
                LocalDate.now(clock))
                .stream(),
            CallerProbes.of(terms, snapshot.map(), calls.findings()).stream())
        .toList();
  }
}
