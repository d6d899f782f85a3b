package dev.evenkeel.estate;

import dev.evenkeel.runbook.shape.Shape;
import dev.evenkeel.runbook.shape.Shapes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of documents. Their words stand in documents and addresses and never change. */
public enum EntryKind {
  SYSTEM("System", "systems", EstateSystem.class),
  USER_GROUP("UserGroup", "user-groups", UserGroup.class),
  TEAM("Team", "teams", Team.class),
  PERSON("Person", "people", Person.class),
  WORKFLOW("Workflow", "workflows", Workflow.class),
  STAKEHOLDER("Stakeholder", "stakeholders", Stakeholder.class),
  CALENDAR("Calendar", "calendars", EstateCalendar.class),
  FREEZE("Freeze", "freezes", EstateFreeze.class),
  HOLIDAYS("Holidays", "holidays", Holidays.class),
  ROSTER("Roster", "rosters", Roster.class),
  BUDGET("Budget", "budgets", Budget.class);

  private final String word;
  private final String path;
  private final Class<? extends Record> type;

  EntryKind(String word, String path, Class<? extends Record> type) {
    this.word = word;
    this.path = path;
    this.type = type;
  }

  /** As documents say it, in {@code kind}. */
  public String word() {
    return word;
  }

  /** As addresses say it. */
  public String path() {
    return path;
  }

  /** What its documents may say. */
  public Shape.Mapping shape() {
    return Shapes.of(type);
  }

  Class<? extends Record> type() {
    return type;
  }

  public static Optional<EntryKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  public static Optional<EntryKind> ofPath(String path) {
    return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(EntryKind::word).toList();
  }
}
