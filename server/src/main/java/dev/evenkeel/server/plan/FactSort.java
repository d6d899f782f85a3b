package dev.evenkeel.server.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What facts of an upgrade are about: by that they are told apart, and looked for. */
public enum FactSort {
  RUN("run", "Runs"),
  DECISION("decision", "Decisions"),
  MESSAGE("message", "Messages"),
  TASK("task", "Tasks"),
  DOCUMENT("document", "Documents"),
  PLAN("plan", "Changes of plan"),
  TEAM("team", "Team"),
  AUTOMATION("automation", "Automations"),
  EVIDENCE("evidence", "Evidence");

  private final String says;
  private final String label;

  FactSort(String says, String label) {
    this.says = says;
    this.label = label;
  }

  /** Of one fact, for people. */
  public String says() {
    return says;
  }

  /** Of all of them, for people. */
  public String label() {
    return label;
  }

  /** In addresses; it never changes. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FactSort> of(String word) {
    return Arrays.stream(values()).filter(sort -> sort.word().equals(word)).findFirst();
  }

  /** By the word that facts carry; what closes tasks is evidence. */
  static FactSort ofKind(String kind) {
    return switch (kind.contains("-") ? kind.substring(0, kind.indexOf('-')) : kind) {
      case "run", "rehearsal" -> RUN;
      case "message", "messages", "crisis", "word", "kick" ->
          kind.equals("kick-off-set") ? TEAM : MESSAGE;
      case "approval", "approved", "decided", "costs", "strategy" -> DECISION;
      case "task" -> TASK;
      case "file" -> DOCUMENT;
      case "upgrade", "go", "follow", "timetable", "window", "stated" -> PLAN;
      case "team", "rollback" -> TEAM;
      case "automation" -> AUTOMATION;
      default -> EVIDENCE;
    };
  }
}
