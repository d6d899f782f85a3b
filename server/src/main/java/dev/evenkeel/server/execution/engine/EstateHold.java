package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.store.ReleaseStore;
import dev.evenkeel.server.execution.store.ReleaseStore.Release;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.inventory.HoldStill;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * While a production run is under way, the entries of the systems it changes stay as they are,
 * until somebody who may override it releases them.
 */
@Component
public class EstateHold implements HoldStill {
  private static final int LONGEST = 2_000;

  private final RunStore runs;
  private final ReleaseStore releases;
  private final ChangedByRuns changed;
  private final SystemHours hours;
  private final RunLog log;
  private final Clock clock;

  EstateHold(
      RunStore runs,
      ReleaseStore releases,
      ChangedByRuns changed,
      SystemHours hours,
      RunLog log,
      Clock clock) {
    this.runs = runs;
    this.releases = releases;
    this.changed = changed;
    this.hours = hours;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Map<String, String> held() {
    Map<String, String> held = new TreeMap<>();
    for (RunId run : releases.holding()) {
      for (String system : changed.systems(run)) {
        held.putIfAbsent(
            system,
            "Run %s is changing '%s' just now, so its entry in the estate stays as it is. Change it when the run is over, or let somebody with the right override release it on the page of the run."
                .formatted(run, system));
      }
    }
    return held;
  }

  /**
   * What becomes of the entries of what a run changes.
   *
   * @param systems whose entries stay as they are because of it; sorted
   * @param release by whom they may change all the same
   */
  public record Hold(List<String> systems, Optional<Release> release) {
    public Hold {
      systems = List.copyOf(systems);
    }
  }

  /** What a run holds just now. */
  public Hold of(RunId run) {
    return new Hold(
        releases.holding().contains(run)
            ? hours.known(changed.systems(run)).stream().sorted().toList()
            : List.of(),
        releases.of(run));
  }

  /**
   * Lets others change the entries of what a run changes, although it is under way.
   *
   * @throws Refused when it holds nothing, or no reason is given
   */
  @Transactional
  public void release(RunId id, String reason, Actor actor) {
    StoredRun run = runs.lock(id);
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Say why the entries may change although the run is under way, in 1 to %,d characters."
              .formatted(LONGEST));
    }
    if (!releases.holding().contains(id)) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Run %s holds no entries of the estate: it is %s%s."
              .formatted(
                  id,
                  run.state().status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  releases.of(id).isPresent() ? ", and they were released already" : ""));
    }
    Instant now = clock.instant();
    releases.add(new Release(id, now, actor.name(), why), actor);
    log.append(
        id,
        now,
        actor.name(),
        new Entry(
            "entries-released",
            Optional.empty(),
            "The entries of %s may change although the run is under way, because: %s"
                .formatted(String.join(", ", hours.known(changed.systems(id))), why)));
  }
}
