package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.Decision;
import dev.evenkeel.server.plan.DecisionDesk;
import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Typed;
import java.util.Optional;

/** Reads decisions as people and programs write them. */
final class DecisionForm {
  private static final int LONGEST = 2_000;

  private DecisionForm() {}

  private enum Answer {
    YES,
    NO
  }

  private enum Whole {
    CANCEL(Decision.Kind.CANCEL, "Say why it does not happen."),
    REVIEW(Decision.Kind.REVIEW, "Say how it went and what was learned."),
    REOPEN(Decision.Kind.REOPEN, "Say why it goes on.");

    private final Decision.Kind kind;
    private final String wayOut;

    Whole(Decision.Kind kind, String wayOut) {
      this.kind = kind;
      this.wayOut = wayOut;
    }
  }

  /** What to do once nothing is wrong. */
  static Runnable ofTheWhole(Typed typed, DecisionDesk desk, UpgradeId id, long seen, Actor actor) {
    Optional<Whole> whole = typed.choice("decision", Whole.class);
    if (whole.isEmpty() && typed.says("decision").isEmpty()) {
      typed.wrong("decision", "This is missing. Write cancel, review or reopen.");
    }
    String why = typed.needed("why", LONGEST, whole.map(one -> one.wayOut).orElse("Say why."));
    Optional<String> open = typed.words("open", LONGEST);
    return () -> desk.decide(id, whole.orElseThrow().kind, why, open, seen, actor);
  }

  static Runnable ofGate(
      Typed typed, DecisionDesk desk, UpgradeId id, Gate gate, long seen, Actor actor) {
    Optional<Answer> answer = typed.choice("answer", Answer.class);
    if (answer.isEmpty() && typed.says("answer").isEmpty()) {
      typed.wrong("answer", "This is missing. Write yes or no.");
    }
    String why = typed.needed("why", LONGEST, "Say what shows it.");
    return () -> desk.confirm(id, gate, answer.orElseThrow() == Answer.YES, why, seen, actor);
  }
}
