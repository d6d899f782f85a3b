package dev.evenkeel.server.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where an upgrade stands. Nobody writes it: the same facts and decisions give the same answer.
 *
 * <pre>
 * IDENTIFIED → ASSESSED → PLANNED → APPROVED → REHEARSED → RUNNING → STABILISING → REVIEWED
 *                                                             |  ^       |
 *                                        run rolled back      v  |       v
 *                                                          ROLLED_BACK ← +
 * any of them → CANCELLED, by a decision; that and REVIEWED are over until a person opens them again
 * </pre>
 *
 * <ol>
 *   <li>The newest decision on the whole counts: cancelled or reviewed is over.
 *   <li>Else a run in production tells: one under way, or one that was broken off and left things
 *       half done, is RUNNING; else the newest one tells how it ended.
 *   <li>Else it stands at the last step before which none is missing.
 * </ol>
 *
 * @param line the usual way, each step with where it is
 */
public record Lifecycle(Stage stage, List<Step> line) {
  private static final String RISK_AUDIT_OVER = "risk-audit-over";
  private static final String STRATEGY_DECIDED = "strategy-decided";
  private static final String WINDOW_AGREED = "window-agreed";
  private static final String APPROVED = "approved";
  private static final String REHEARSAL_PASSED = "rehearsal-passed";

  /** The kinds of facts by which it is told. */
  static final Set<String> TELLING =
      Set.of(
          RISK_AUDIT_OVER,
          STRATEGY_DECIDED,
          WINDOW_AGREED,
          APPROVED,
          REHEARSAL_PASSED,
          Fact.GO_LIVE_SET,
          Fact.RUN_AGREED,
          Fact.RUN_STARTED,
          Fact.RUN_PAUSED,
          Fact.RUN_RESUMED,
          Fact.RUN_FINISHED,
          Fact.RUN_ROLLED_BACK,
          Fact.RUN_ABORTED);

  public Lifecycle {
    line = List.copyOf(line);
  }

  /** A step of the way. */
  public enum Stage {
    IDENTIFIED("it is written down what is upgraded"),
    ASSESSED("the risk audit is over"),
    PLANNED("it has its place in the agreed timetable, or a strategy and a day"),
    APPROVED("whoever must agree has agreed, to what there is"),
    REHEARSED("a rehearsal went all the way forward and back"),
    RUNNING("a run in production is under way"),
    STABILISING("the run in production ended well"),
    REVIEWED("what was learned is written down"),
    ROLLED_BACK("the run in production went back"),
    CANCELLED("it does not happen");

    private final String says;

    Stage(String says) {
      this.says = says;
    }

    /** What must be so. */
    public String says() {
      return says;
    }

    boolean onTheLine() {
      return compareTo(ROLLED_BACK) < 0;
    }

    public boolean isOver() {
      return this == REVIEWED || this == CANCELLED;
    }

    /** The class of its look. */
    public String tone() {
      return switch (this) {
        case ROLLED_BACK -> "bad";
        case CANCELLED -> "";
        case STABILISING, REVIEWED -> "good";
        default -> "busy";
      };
    }
  }

  /** Where a step is, seen from now. */
  public enum Mark {
    DONE,
    NOW,
    AHEAD,
    /** It should be done by now and is not. */
    MISSED
  }

  /** One step of the line. */
  public record Step(Stage stage, Mark mark) {}

  public static Lifecycle of(Collection<Fact> facts, Collection<Decision> decisions) {
    Set<Stage> reached = reached(facts);
    Optional<Decision.Kind> decided =
        decisions.stream()
            .filter(one -> one.kind().ofTheWhole())
            .max(Comparator.comparingInt(Decision::number))
            .map(Decision::kind);
    if (decided.equals(Optional.of(Decision.Kind.REVIEW))) {
      reached.add(Stage.REVIEWED);
      return new Lifecycle(Stage.REVIEWED, line(Stage.REVIEWED, reached));
    }
    if (decided.equals(Optional.of(Decision.Kind.CANCEL))) {
      return new Lifecycle(Stage.CANCELLED, line(Stage.CANCELLED, reached));
    }
    Stage stage = carriedOut(facts).orElseGet(() -> prepared(reached));
    reached.add(stage);
    return new Lifecycle(stage, line(stage, reached));
  }

  private static Set<Stage> reached(Collection<Fact> facts) {
    Set<Stage> reached = EnumSet.of(Stage.IDENTIFIED);
    for (Fact fact : facts) {
      switch (fact.kind()) {
        case RISK_AUDIT_OVER -> reached.add(Stage.ASSESSED);
        case WINDOW_AGREED -> reached.add(Stage.PLANNED);
        case APPROVED, Fact.RUN_AGREED -> reached.add(Stage.APPROVED);
        case REHEARSAL_PASSED -> reached.add(Stage.REHEARSED);
        case Fact.RUN_STARTED, Fact.RUN_PAUSED, Fact.RUN_RESUMED -> reached.add(Stage.RUNNING);
        case Fact.RUN_FINISHED -> reached.add(Stage.STABILISING);
        default -> {}
      }
    }
    if (has(facts, STRATEGY_DECIDED) && has(facts, Fact.GO_LIVE_SET)) {
      reached.add(Stage.PLANNED);
    }
    return reached;
  }

  private static boolean has(Collection<Fact> facts, String kind) {
    return facts.stream().anyMatch(one -> one.kind().equals(kind));
  }

  /**
   * What the runs in production tell; a path is a run, and so is what was stated. What was stated
   * counts until a run begins: who took an upgrade over carries it on here.
   */
  private static Optional<Stage> carriedOut(Collection<Fact> facts) {
    Map<String, Fact> last = new HashMap<>();
    for (Fact fact : facts) {
      if (ofRun(fact).isPresent()) {
        last.merge(fact.path(), fact, Lifecycle::later);
      }
    }
    Optional<Instant> newest =
        facts.stream()
            .filter(fact -> fact.kind().equals(Fact.RUN_STARTED) && !isStated(fact))
            .map(Lifecycle::moment)
            .max(Comparator.naturalOrder());
    last.values()
        .removeIf(fact ->
            isStated(fact) && newest.filter(began -> began.isAfter(moment(fact))).isPresent());
    return last.values().stream()
        .max(Comparator.comparing(Lifecycle::isUnderWay).thenComparing(Lifecycle::moment))
        .flatMap(Lifecycle::ofRun);
  }

  private static boolean isUnderWay(Fact fact) {
    return fact.kind().equals(Fact.RUN_STARTED)
        || fact.kind().equals(Fact.RUN_PAUSED)
        || fact.kind().equals(Fact.RUN_RESUMED);
  }

  private static boolean isStated(Fact fact) {
    return fact.path().endsWith(StatedFacts.PATH);
  }

  /** A run that began and ended in the same moment has ended. */
  private static Fact later(Fact one, Fact other) {
    int order = moment(one).compareTo(moment(other));
    return order > 0 || order == 0 && other.kind().equals(Fact.RUN_STARTED) ? one : other;
  }

  private static Instant moment(Fact fact) {
    return fact.at().orElse(Instant.MAX);
  }

  private static Optional<Stage> ofRun(Fact fact) {
    return switch (fact.kind()) {
      case Fact.RUN_STARTED, Fact.RUN_PAUSED, Fact.RUN_RESUMED, Fact.RUN_ABORTED ->
          Optional.of(Stage.RUNNING);
      case Fact.RUN_FINISHED -> Optional.of(Stage.STABILISING);
      case Fact.RUN_ROLLED_BACK -> Optional.of(Stage.ROLLED_BACK);
      default -> Optional.empty();
    };
  }

  /** The last step before which none is missing. */
  private static Stage prepared(Set<Stage> reached) {
    Stage stage = Stage.IDENTIFIED;
    for (Stage next : EnumSet.range(Stage.ASSESSED, Stage.REHEARSED)) {
      if (!reached.contains(next)) {
        return stage;
      }
      stage = next;
    }
    return stage;
  }

  private static List<Step> line(Stage now, Set<Stage> reached) {
    // What was rolled back stands where it ran.
    Stage at = now == Stage.ROLLED_BACK ? Stage.RUNNING : now;
    List<Step> line = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stage.onTheLine()) {
        line.add(new Step(stage, mark(stage, now, at, reached.contains(stage))));
      }
    }
    return line;
  }

  private static Mark mark(Stage stage, Stage now, Stage at, boolean done) {
    if (stage == now) {
      return Mark.NOW;
    }
    if (done || stage == at) {
      return Mark.DONE;
    }
    return at.onTheLine() && stage.compareTo(at) < 0 ? Mark.MISSED : Mark.AHEAD;
  }
}
