package dev.evenkeel.demo.story;

import dev.evenkeel.demo.load.LoadReport;
import dev.evenkeel.demo.server.LogLine;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells a run's log, line by line, to somebody who has never seen one. */
final class RunTeller {

  private final Narrator narrator;
  private final Supplier<LoadReport> load;

  RunTeller(Narrator narrator, Supplier<LoadReport> load) {
    this.narrator = narrator;
    this.load = load;
  }

  void tell(LogLine line) {
    switch (line.what()) {
      case "step-begun" -> line.step().ifPresent(key -> tellStep(key, line.says()));
      case "revert-begun" -> line.step().ifPresent(key -> tellStep(key, "undo: " + line.says()));
      case "soak-begun" -> {
        narrator.say("  " + line.says());
        tellUsers();
      }
      case "run-rolling-back" -> {
        narrator.say("Going back by itself: " + line.says());
        tellUsers();
      }
      case "run-succeeded" -> narrator.say("Done: every node is on the new release.");
      case "run-rolled-back" -> narrator.say("Back: every node is on the old release again.");
      case "run-paused", "run-held", "run-refused", "run-aborted" ->
          narrator.say(status(line) + ": " + line.says());
      default -> {
        // Ends of steps follow at once, and verdicts are told where they change something.
      }
    }
  }

  /** Looks at a version are left out: they change nothing, and there is one for every node. */
  private void tellStep(String key, String says) {
    String[] parts = key.split("/");
    if (parts[parts.length - 1].equals("version")) {
      return;
    }
    boolean ofTarget = parts.length > 2;
    narrator.say("    " + (ofTarget ? parts[parts.length - 2] + " " : "") + says);
  }

  private static String status(LogLine line) {
    String word = line.what().substring("run-".length());
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private void tellUsers() {
    LoadReport now = load.get();
    narrator.say("    users: %,d requests, %,d failed".formatted(now.requests(), now.failed()));
  }
}
