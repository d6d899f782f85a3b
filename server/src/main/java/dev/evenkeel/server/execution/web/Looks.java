package dev.evenkeel.server.execution.web;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.StepState;
import java.util.Optional;
import java.util.regex.Pattern;

/** How states look; templates ask it. */
public final class Looks {
  private static final Pattern VERSION_BEFORE = Pattern.compile("base/.+/version");

  public Look good() {
    return new Look("good", "done");
  }

  public Look warn() {
    return new Look("warn", "warning");
  }

  public Look calm() {
    return new Look("calm", "ready");
  }

  public Look of(RunStatus status) {
    return switch (status) {
      case READY -> new Look("calm", "ready");
      case RUNNING -> new Look("busy", "running");
      case PAUSED -> new Look("warn", "paused");
      case HELD -> new Look("bad", "hand");
      case ROLLING_BACK -> new Look("back", "back");
      case SUCCEEDED -> new Look("good", "done");
      case ROLLED_BACK -> new Look("back", "undone");
      case REFUSED -> new Look("warn", "refused");
      case ABORTED -> new Look("bad", "stopped");
    };
  }

  /** By the word for where a run stands, which of a rehearsal says more than the status. */
  public Look ofRun(String word) {
    return switch (word) {
      case "REHEARSED" -> good();
      case "SCHEDULED" -> new Look("calm", "clock");
      case "MISSED" -> warn();
      case "REHEARSED_BY_HAND", "REHEARSED_UNTIMED" -> warn();
      default -> of(RunStatus.valueOf(word));
    };
  }

  public Look of(RunView.Stage stage) {
    return switch (stage) {
      case WAITING -> new Look("calm", "ready");
      case WORKING -> new Look("busy", "running");
      case SOAKING -> new Look("busy", "eye");
      case DONE -> new Look("good", "done");
      case GOING_BACK -> new Look("back", "back");
      case UNDONE -> new Look("back", "eye");
      case BACK -> new Look("back", "undone");
      case UNCONFIRMED -> new Look("bad", "unknown");
      case OPEN -> new Look("bad", "hand");
    };
  }

  public Look of(StepState.Phase phase) {
    return switch (phase) {
      case RUNNING, SKIPPING -> new Look("busy", "running");
      case DONE -> new Look("good", "done");
      case SKIPPED -> new Look("calm", "skipped");
      case FAILED, REVERT_FAILED -> new Look("bad", "failed");
      case UNKNOWN, STILL_GOING, REVERT_UNKNOWN -> new Look("bad", "unknown");
      case STOPPED -> new Look("warn", "stopped");
      case REVERTING, SKIPPING_REVERT -> new Look("back", "back");
      case REVERTED -> new Look("back", "undone");
    };
  }

  public Look of(Verdict.Kind kind) {
    return switch (kind) {
      case HEALTHY -> new Look("good", "done");
      case NOT_ENOUGH_EVIDENCE -> new Look("calm", "unknown");
      case WARNING -> new Look("warn", "warning");
      case BREACH -> new Look("bad", "failed");
    };
  }

  public Look of(Checklist.Answer answer) {
    return switch (answer) {
      case MET -> good();
      case BLOCKS -> new Look("bad", "failed");
      case OPEN -> warn();
      case UNKNOWN -> new Look("calm", "unknown");
    };
  }

  /**
   * What a line of the log is called. At the end of the way back the version of every target is
   * looked at once more: nothing is undone there.
   */
  public String called(String what, Optional<String> step) {
    boolean looks = step.filter(key -> VERSION_BEFORE.matcher(key).matches()).isPresent();
    return switch (what) {
      case "revert-begun" -> looks ? "look-begun" : what;
      case "step-reverted" -> looks ? "looked" : what;
      case "revert-failed" -> looks ? "look-failed" : what;
      case "revert-skipped" -> looks ? "look-by-hand" : what;
      default -> what;
    };
  }

  /** By the first part of what a line of the log is called. */
  public Look ofLogged(String what) {
    return switch (what) {
      case "run-taken", "waived" -> new Look("calm", "ready");
      case "run-running", "step-begun", "soak-begun" -> new Look("busy", "running");
      case "appointment-made", "appointment-moved", "appointment-kept" -> new Look("calm", "clock");
      case "run-paused",
          "warning",
          "clock-moved",
          "verdict-warning",
          "hours-overridden",
          "entries-released",
          "appointment-waits",
          "appointment-missed" ->
          new Look("warn", "warning");
      case "run-held" -> new Look("bad", "hand");
      case "run-refused" -> new Look("warn", "refused");
      case "step-failed", "revert-failed", "look-failed", "verdict-breach" ->
          new Look("bad", "failed");
      case "step-unknown", "step-lost" -> new Look("bad", "unknown");
      case "run-aborted", "step-stopped" -> new Look("bad", "stopped");
      case "run-rolling-back", "revert-begun", "rehearsal-turned" -> new Look("back", "back");
      case "run-rolled-back", "step-reverted" -> new Look("back", "undone");
      case "look-begun", "looked" -> new Look("back", "eye");
      case "step-skipped", "revert-skipped", "look-by-hand" -> new Look("calm", "skipped");
      case "verdict-not-enough-evidence" -> new Look("calm", "unknown");
      case "step-declined" -> new Look("warn", "hand");
      case "step-confirmed", "step-done", "segment-done", "run-succeeded", "verdict-healthy" ->
          new Look("good", "done");
      default -> new Look("calm", "ready");
    };
  }
}
