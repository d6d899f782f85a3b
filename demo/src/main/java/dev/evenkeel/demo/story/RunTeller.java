package dev.evenkeel.demo.story;

import dev.evenkeel.demo.load.LoadReport;
import dev.evenkeel.demo.server.Run;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Tells what is new each time it is shown how a run stands. */
final class RunTeller {

  private final Narrator narrator;
  private final Supplier<LoadReport> load;
  private final Set<String> told = new HashSet<>();
  private String status = "";
  private String place = "";

  RunTeller(Narrator narrator, Supplier<LoadReport> load) {
    this.narrator = narrator;
    this.load = load;
  }

  void show(Run run) {
    if (!run.status().equals(status)) {
      status = run.status();
      tellStatus(run);
    }
    if (status.equals("RUNNING")) {
      tellPlace(run);
    }
    for (String work : run.work()) {
      if (told.add(status + run.segment() + work)) {
        narrator.say("    " + work);
      }
    }
  }

  private void tellStatus(Run run) {
    switch (status) {
      case "ROLLING_BACK" -> {
        narrator.say("Going back by itself: " + run.reason());
        tellUsers();
      }
      case "READY", "RUNNING" -> {}
      case "SUCCEEDED" -> narrator.say("Done: every node is on the new release.");
      case "ROLLED_BACK" -> narrator.say("Back: every node is on the old release again.");
      default -> narrator.say(status.toLowerCase(Locale.ROOT) + ": " + run.reason());
    }
  }

  private void tellPlace(Run run) {
    String now = run.segment() + run.soaking();
    if (now.equals(place)) {
      return;
    }
    place = now;
    narrator.say("  " + run.segment() + (run.soaking() ? ": watching" : ""));
    if (run.soaking()) {
      tellUsers();
    }
  }

  private void tellUsers() {
    LoadReport now = load.get();
    narrator.say("    users: %,d requests, %,d failed".formatted(now.requests(), now.failed()));
  }
}
