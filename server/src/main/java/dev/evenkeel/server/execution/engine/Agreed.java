package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.approval.GoAhead;
import dev.evenkeel.server.approval.GoAhead.Ruling;
import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.store.OverrideStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a production run begins, and goes on after a pause, only when others agreed to
 * exactly it, and the go-live checklist of its upgrade holds. Pausing, ending and going back are
 * never asked about.
 */
@Component
@Order(1)
class Agreed implements StartRule {
  private final GoAhead ahead;
  private final Plans plans;
  private final OverrideStore overrides;

  Agreed(GoAhead ahead, Plans plans, OverrideStore overrides) {
    this.ahead = ahead;
    this.plans = plans;
    this.overrides = overrides;
  }

  /** Until the transaction ends nobody agrees to it or takes that back. */
  void hold(Start start) {
    if (start.kind() == RunKind.PRODUCTION) {
      ahead.hold(question(start));
    }
  }

  @Override
  public List<String> require(Start start) {
    return start.kind() == RunKind.REHEARSAL
        ? List.of()
        : require(ahead.aboutStart(question(start)), Set.of(), start.override());
  }

  /** That it begins now, under the name of who lets it. */
  void begins(Start start, StoredRun run) {
    if (start.kind() == RunKind.PRODUCTION) {
      ahead.began(ahead.aboutStart(question(start)), start.operator(), run.id().value());
    }
  }

  private static GoAhead.Question question(Start start) {
    return new GoAhead.Question(
        start.upgrade(),
        ChangeHours.names(start.planned().runbook()),
        start.planned().versions(),
        start.planned().runbook().name(),
        start.digest(),
        start.planned().inputs(),
        start.operator(),
        start.at());
  }

  private GoAhead.Question question(StoredRun run, Actor actor, Instant at) {
    return question(
        new Start(
            plans.of(run), run.kind(), run.digest(), run.upgrade(), actor, Optional.empty(), at));
  }

  /**
   * @return what was overridden
   * @throws Refused with what speaks against going on
   */
  List<String> requireToGoOn(
      StoredRun run, Optional<HoursOverride> override, Actor actor, Instant at) {
    if (run.kind() == RunKind.REHEARSAL) {
      return List.of();
    }
    GoAhead.Question question = question(run, actor, at);
    ahead.hold(question);
    Ruling ruling = ahead.aboutGoingOn(question);
    List<String> overridden = require(ruling, overridden(run), override);
    ahead.began(ruling, actor, run.id().value());
    return overridden;
  }

  /** What speaks against a run that is under way and was not overridden. */
  List<String> against(StoredRun run, Instant at) {
    Ruling ruling = ahead.inFlight(question(run, Actor.EVENKEEL, at), run.id().value());
    List<Obstacle> against = new ArrayList<>(ruling.never());
    against.addAll(open(ruling, overridden(run)));
    return Obstacle.sentences(against);
  }

  private Set<String> overridden(StoredRun run) {
    Set<String> known = new HashSet<>();
    overrides.of(run.id()).forEach(kept -> known.addAll(kept.against()));
    return known;
  }

  private static List<Obstacle> open(Ruling ruling, Set<String> known) {
    return ruling.overridable().stream().filter(one -> !known.contains(one.says())).toList();
  }

  private static List<String> require(
      Ruling ruling, Set<String> known, Optional<HoursOverride> override) {
    List<Obstacle> open = open(ruling, known);
    boolean may = override.filter(given -> given.rights().maySomewhere(Right.OVERRIDE)).isPresent();
    List<Obstacle> reasons = new ArrayList<>(ruling.never());
    if (!may) {
      reasons.addAll(open);
    }
    if (reasons.isEmpty()) {
      return Obstacle.sentences(open);
    }
    String wayOut =
        ruling.never().isEmpty()
            ? " Somebody with %s may override it with a reason.".formatted(Right.OVERRIDE.words())
            : "";
    throw new Refused(Refused.Kind.NOT_NOW, String.join(" ", Obstacle.sentences(reasons)) + wayOut)
        .against(reasons);
  }
}
