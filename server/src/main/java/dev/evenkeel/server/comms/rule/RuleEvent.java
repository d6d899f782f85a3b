package dev.evenkeel.server.comms.rule;

import dev.evenkeel.runbook.grammar.Grammars;
import dev.evenkeel.server.comms.draft.Occasion;
import java.util.List;
import java.util.Set;

/** What rules wait for; each is told by rows of the trail. */
public enum RuleEvent {
  WINDOW_SCHEDULED(
      "A maintenance window is scheduled",
      "a timetable with it is agreed on, or its day of go-live is set by hand",
      Occasion.WINDOW_SCHEDULED,
      false,
      "window scheduled",
      "upgrade added",
      "upgrade changed"),
  ROLLBACK_MAY_BE_NEEDED(
      "A rollback may be needed",
      "the verdict on a run in production becomes a warning or a breach, or it begins to go back",
      Occasion.ROLLBACK_MAY_BE_NEEDED,
      true,
      "run verdict-warning",
      RuleEvent.BREACH,
      RuleEvent.GOES_BACK),
  RUN_PAUSED(
      "A run in production waits", "for whatever reason", Occasion.WARNING, true, "run run-paused"),
  RUN_HELD(
      "A run in production needs a person",
      "it can go neither on nor back by itself",
      Occasion.WARNING,
      true,
      "run run-held"),
  RUN_ROLLED_BACK(
      "A run in production is back",
      "where it came from",
      Occasion.ROLLED_BACK,
      true,
      "run run-rolled-back"),
  RUN_SUCCEEDED(
      "A run in production is done",
      "it went well",
      Occasion.COMPLETION,
      true,
      "run run-succeeded"),
  UPGRADE_ADDED(
      "An upgrade is asked for",
      "somebody makes its record",
      Occasion.KICK_OFF,
      false,
      "upgrade added"),
  APPROVAL_REQUESTED(
      "An approval is asked for",
      "others are to agree to an upgrade",
      Occasion.KICK_OFF,
      false,
      "approval requested");

  static final String BREACH = "run verdict-breach";
  static final String GOES_BACK = "run run-rolling-back";

  private final String title;
  private final String says;
  private final Occasion usual;
  private final boolean production;
  private final Set<String> deeds;

  RuleEvent(String title, String says, Occasion usual, boolean production, String... deeds) {
    this.title = title;
    this.says = says;
    this.usual = usual;
    this.production = production;
    this.deeds = Set.of(deeds);
  }

  public String title() {
    return title;
  }

  /** When that is, as the end of a sentence. */
  public String says() {
    return says;
  }

  /** The wording that is usual for it. */
  public Occasion usual() {
    return usual;
  }

  /** What rows of the trail say that tell of it. */
  Set<String> deeds() {
    return deeds;
  }

  public String word() {
    return Grammars.written(this);
  }

  boolean is(Event event) {
    return deeds.contains(event.what())
        && (!production || event.production())
        && (this != WINDOW_SCHEDULED
            || event.what().equals("window scheduled")
            || isDayByHand(event));
  }

  /** A timetable that sets the day tells of the window itself, with its hours. */
  private static boolean isDayByHand(Event event) {
    String day = event.facts().getOrDefault("go-live", "");
    return !day.isEmpty() && !day.endsWith("–") && !event.facts().containsKey("timetable");
  }

  /** Whether any rule could wait for such a row. */
  static boolean any(String what) {
    return List.of(values()).stream().anyMatch(one -> one.deeds.contains(what));
  }
}
