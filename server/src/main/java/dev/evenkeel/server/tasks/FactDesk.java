package dev.evenkeel.server.tasks;

import dev.evenkeel.server.tasks.store.TaskStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks those who know: which facts are so, when an upgrade goes live, when its window begins. */
@Component
public class FactDesk {
  private final ObjectProvider<Undertakings> upgrades;
  private final ObjectProvider<WindowStarts> windows;
  private final ObjectProvider<Proofs> proofs;
  private final TaskStore store;
  private final Clock clock;

  FactDesk(
      ObjectProvider<Undertakings> upgrades,
      ObjectProvider<WindowStarts> windows,
      ObjectProvider<Proofs> proofs,
      TaskStore store,
      Clock clock) {
    this.upgrades = upgrades;
    this.windows = windows;
    this.proofs = proofs;
    this.store = store;
    this.clock = clock;
  }

  Undertaking upgrade(long id) {
    return upgrades.getObject().get(id);
  }

  Optional<Instant> windowStart(long upgrade) {
    return windows.orderedStream().flatMap(one -> one.of(upgrade).stream()).findFirst();
  }

  /** Whether somebody knows facts of that kind about that upgrade. */
  boolean knows(Undertaking upgrade, ProofKind kind) {
    return Optional.ofNullable(byKind().get(kind))
        .filter(one -> one.tells(upgrade, kind))
        .isPresent();
  }

  /** The same, for a task on its page. */
  public boolean closes(Task task) {
    return knows(upgrade(task.upgrade()), task.proof());
  }

  Optional<Proof> of(Undertaking upgrade, ProofKind kind) {
    return Optional.ofNullable(byKind().get(kind)).flatMap(one -> one.of(upgrade, kind));
  }

  private Map<ProofKind, Proofs> byKind() {
    Map<ProofKind, Proofs> all = new EnumMap<>(ProofKind.class);
    proofs
        .orderedStream()
        .forEach(one -> {
          one.kinds().forEach(kind -> all.put(kind, one));
          one.sometimes().forEach(kind -> all.put(kind, one));
        });
    return all;
  }

  /** Keeps the moments that deadlines of a launch count from, as they are now. */
  void moments(Launch launch) {
    Optional<LocalDate> goLive = upgrade(launch.upgrade()).goLive();
    store.checked(launch.id(), goLive, windowStart(launch.upgrade()), clock.instant());
  }
}
