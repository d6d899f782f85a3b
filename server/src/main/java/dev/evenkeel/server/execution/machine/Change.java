package dev.evenkeel.server.execution.machine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A copy of a {@link RunState} with some of it changed. */
final class Change {
  private RunStatus status;
  private Direction direction;
  private int segment;
  private Map<StepKey, StepState> steps;
  private Optional<Instant> soakSince;
  private Optional<RunState.Seen> verdict;
  private String reason;
  private Optional<Instant> startedAt;
  private Optional<Instant> changeBegan;
  private Optional<Instant> backBegan;
  private Optional<Instant> endedAt;
  private String backBecause;
  private Set<Accepted> accepted;
  private Optional<Instant> lastSeen;
  private Optional<Instant> clockMoved;
  private Optional<Instant> openUntil;

  private Change(RunState was) {
    status = was.status();
    direction = was.direction();
    segment = was.segment();
    steps = was.steps();
    soakSince = was.soakSince();
    verdict = was.verdict();
    reason = was.reason();
    startedAt = was.startedAt();
    changeBegan = was.changeBegan();
    backBegan = was.backBegan();
    endedAt = was.endedAt();
    backBecause = was.backBecause();
    accepted = was.accepted();
    lastSeen = was.lastSeen();
    clockMoved = was.clockMoved();
    openUntil = was.openUntil();
  }

  static Change of(RunState was) {
    return new Change(was);
  }

  RunState made() {
    return new RunState(
        status,
        direction,
        segment,
        steps,
        soakSince,
        verdict,
        reason,
        startedAt,
        changeBegan,
        backBegan,
        endedAt,
        backBecause,
        accepted,
        lastSeen,
        clockMoved,
        openUntil);
  }

  Change status(RunStatus value) {
    status = value;
    return this;
  }

  Change direction(Direction value) {
    direction = value;
    return this;
  }

  Change segment(int value) {
    segment = value;
    return this;
  }

  Change steps(Map<StepKey, StepState> value) {
    steps = value;
    return this;
  }

  Change soakSince(Optional<Instant> value) {
    soakSince = value;
    return this;
  }

  Change verdict(Optional<RunState.Seen> value) {
    verdict = value;
    return this;
  }

  Change reason(String value) {
    reason = value;
    return this;
  }

  Change startedAt(Instant value) {
    startedAt = Optional.of(value);
    return this;
  }

  Change changeBegan(Instant value) {
    changeBegan = Optional.of(value);
    return this;
  }

  Change backBegan(Instant value) {
    backBegan = Optional.of(value);
    return this;
  }

  Change backBecause(String value) {
    backBecause = value;
    return this;
  }

  Change accepted(Set<Accepted> value) {
    accepted = value;
    return this;
  }

  Change endedAt(Optional<Instant> value) {
    endedAt = value;
    return this;
  }

  Change lastSeen(Instant value) {
    lastSeen = Optional.of(value);
    return this;
  }

  Change clockMoved(Optional<Instant> value) {
    clockMoved = value;
    return this;
  }

  Change openUntil(Optional<Instant> value) {
    openUntil = value;
    return this;
  }
}
