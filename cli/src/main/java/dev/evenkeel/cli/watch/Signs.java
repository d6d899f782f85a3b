package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.server.Rehearsal;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.RunFacts.Judged;
import dev.evenkeel.cli.server.Stage;

/**
 * The little marks and colours of states.
 *
 * @param unicode whether the terminal shows more than ASCII
 */
record Signs(boolean unicode) {

  String of(Stage stage) {
    return switch (stage) {
      case WAITING -> unicode ? "○" : ".";
      case WORKING -> unicode ? "●" : "*";
      case SOAKING -> unicode ? "◐" : "~";
      case DONE -> unicode ? "✓" : "+";
      case GOING_BACK -> unicode ? "↶" : "<";
      case UNDONE -> unicode ? "↶" : "<";
      case BACK -> unicode ? "↩" : "-";
      case UNCONFIRMED, OPEN -> "!";
      case OTHER -> "?";
    };
  }

  String of(Judged kind) {
    return switch (kind) {
      case HEALTHY -> unicode ? "✓" : "+";
      case NOT_ENOUGH_EVIDENCE -> "?";
      case WARNING -> unicode ? "▲" : "^";
      case BREACH -> unicode ? "✗" : "x";
      case OTHER -> "?";
    };
  }

  String bar() {
    return unicode ? "│ " : "| ";
  }

  String dot() {
    return unicode ? " · " : " - ";
  }

  static Style style(Stage stage) {
    return switch (stage) {
      case WAITING, OTHER -> Style.FAINT;
      case WORKING, SOAKING -> Style.STRONG;
      case DONE -> Style.GOOD;
      case GOING_BACK, UNDONE, BACK -> Style.CARE;
      case UNCONFIRMED, OPEN -> Style.BAD;
    };
  }

  static Style style(Judged kind) {
    return switch (kind) {
      case HEALTHY -> Style.GOOD;
      case NOT_ENOUGH_EVIDENCE, WARNING -> Style.CARE;
      case BREACH -> Style.BAD;
      case OTHER -> Style.PLAIN;
    };
  }

  static Style style(RunFacts run) {
    if (run.rehearsal().filter(Rehearsal::counts).isPresent()) {
      return Style.GOOD;
    }
    return switch (run.status()) {
      case SUCCEEDED -> Style.GOOD;
      case PAUSED, ROLLING_BACK, ROLLED_BACK -> Style.CARE;
      case HELD, REFUSED, ABORTED -> Style.BAD;
      case READY, RUNNING, OTHER -> Style.STRONG;
    };
  }
}
