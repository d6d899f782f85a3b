package dev.evenkeel.server.tasks;

import dev.evenkeel.runbook.grammar.Grammars;
import java.util.Optional;

/** Kinds of facts that close a task by themselves. What nobody can tell, a named person says. */
public enum ProofKind {
  NONE("a named person says that it is done"),
  RISK_AUDIT_OVER("the risk audit is over, with what it found, in time"),
  DOWNTIME_COST_KNOWN("an hour of downtime has its price"),
  STOCKTAKE_DONE("every customisation is decided on"),
  REQUIREMENTS_ANSWERED("the questions about requirements are answered"),
  SECURITY_ANSWERED("the questions about sign-in and encryption are answered"),
  CAPACITY_PASSED("memory, processors and storage reach for the new release"),
  STRATEGY_DECIDED("the strategy is decided, with its reasons"),
  DATA_MOVE_DECIDED("the roll-out says what becomes of the data, and how they move"),
  FALLBACKS_STATED("the roll-out says of every third party what is done while it is away"),
  ORDER_DECIDED("the roll-out says in which order tiers and components go, and why"),
  TEST_ENVIRONMENT_CONFIRMED(
      "a validator confirmed on the go-live checklist that the test environment is like production"),
  ROLLBACK_CRITERIA_SET("a runbook of it that was run or rehearsed rolls back by itself"),
  NEXT_PLANNED("the next upgrade of the same systems stands on the schedule"),
  TEAM_READY("the team is complete, knows whose what is, and promised to be there"),
  ROLLBACK_AUTHORITY("somebody decides on going back, by name"),
  COSTS_APPROVED("the costs are approved"),
  WINDOW_AGREED("the upgrade has its place in the timetable that was agreed on"),
  REHEARSAL_PASSED("a rehearsal went all the way forward and back by itself"),
  RUN_FINISHED("a run in production ended well"),
  BACKUP_VERIFIED("a backup was read back"),
  APPROVED("whoever must agree has agreed"),
  TESTS_PASSED("the tests of every layer passed"),
  MESSAGES_SENT(
      "the plan of messages for all phases was given to everybody, and none of it failed"),
  HEALTHY("the watch found the new version healthy"),
  REVIEW_HELD("the review is written down");

  private final String says;

  ProofKind(String says) {
    this.says = says;
  }

  /** What must be so, in words. */
  public String says() {
    return says;
  }

  /** The tab of the upgrade on which somebody makes it so; empty where there is none. */
  public Optional<String> tab() {
    return switch (this) {
      case RISK_AUDIT_OVER -> Optional.of("audit");
      case DOWNTIME_COST_KNOWN -> Optional.of("cost");
      case STOCKTAKE_DONE -> Optional.of("stocktake");
      case REQUIREMENTS_ANSWERED, SECURITY_ANSWERED -> Optional.of("answers");
      case CAPACITY_PASSED -> Optional.of("capacity");
      case STRATEGY_DECIDED -> Optional.of("strategy");
      case DATA_MOVE_DECIDED, FALLBACKS_STATED, ORDER_DECIDED -> Optional.of("rollout");
      case TEST_ENVIRONMENT_CONFIRMED -> Optional.of("go-live");
      case ROLLBACK_CRITERIA_SET -> Optional.of("runs");
      case NEXT_PLANNED -> Optional.of("afterwards");
      case TEAM_READY, ROLLBACK_AUTHORITY -> Optional.of("people");
      case COSTS_APPROVED -> Optional.of("budget");
      case WINDOW_AGREED -> Optional.of("schedule");
      case MESSAGES_SENT -> Optional.of("messages");
      default -> Optional.empty();
    };
  }

  /** As documents write it. */
  public String word() {
    return Grammars.written(this);
  }
}
