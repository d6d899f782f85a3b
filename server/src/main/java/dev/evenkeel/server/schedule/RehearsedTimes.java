package dev.evenkeel.server.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What rehearsals of runbooks have measured that change systems of the estate. */
public interface RehearsedTimes {

  /**
   * A rehearsal that went all the way and back by itself.
   *
   * @param run its run
   * @param runbook the title
   * @param systems of the estate that the runbook changes
   * @param to versions that it brings them to; empty when the runbook tells none
   * @param at when it was over
   * @param work measured until it turned
   * @param wayBack measured from there to its end
   * @param reserved what the runbook keeps free for the way back, if it says so
   */
  record Rehearsed(
      String run,
      String runbook,
      Set<String> systems,
      Set<String> to,
      Instant at,
      Duration work,
      Duration wayBack,
      Optional<Duration> reserved) {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    public Rehearsed {
      systems = Set.copyOf(systems);
      to = Set.copyOf(to);
    }

    public String path() {
      return "/runs/" + run;
    }

    /** What is to be planned for the way back, in whole minutes: its run keeps as much free. */
    public Duration planned() {
      Duration most = reserved.filter(free -> free.compareTo(wayBack) > 0).orElse(wayBack);
      return Duration.ofMinutes(Math.ceilDiv(most.toMillis(), A_MINUTE.toMillis()));
    }

    private boolean isOf(Collection<String> wanted, String version) {
      return systems.containsAll(wanted) && (to.isEmpty() || to.contains(version));
    }
  }

  /** The newest of each runbook, with each of its inputs. */
  List<Rehearsed> newest();

  /**
   * The one that tells of an upgrade: its runbook changes all of its systems, and brings them to no
   * other version. One that tells the version goes before one that tells none, then one that
   * changes less besides, then the newest.
   *
   * @param version to which they are upgraded
   */
  static Optional<Rehearsed> of(
      Collection<Rehearsed> newest, Collection<String> systems, String version) {
    return newest.stream()
        .filter(one -> !systems.isEmpty() && one.isOf(systems, version))
        .min(
            Comparator.comparing((Rehearsed one) -> one.to.isEmpty())
                .thenComparing(one -> one.systems.size())
                .thenComparing(Rehearsed::at, Comparator.reverseOrder()));
  }
}
