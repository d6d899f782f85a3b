package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.runbook.grammar.Grammars;
import dev.evenkeel.runbook.shape.Part;
import dev.evenkeel.runbook.shape.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a column may mean: a field of the document that is not a mapping, or one of these.
 *
 * <ul>
 *   <li>{@code id}: identifies the thing; its name when there is none
 *   <li>{@code dependsOn}, {@code dependsOn.runs-on}: names or ids of other things, how they are
 *       needed
 *   <li>{@code labels.NAME}: a further fact
 *   <li>{@code purchased} and {@code warrantyMonths}: give the end of the warranty
 * </ul>
 *
 * @param name as mappings say it
 * @param many whether several columns may mean it
 */
record CsvField(String name, Sort sort, boolean many) {

  /** How a cell is read. */
  enum Sort {
    ID,
    NAME,
    TEXT,
    TEXTS,
    WORD,
    WORDS,
    NUMBER,
    DATE,
    PERSON,
    PEOPLE,
    TEAM,
    GROUP,
    SKILLS,
    DEPENDENCY,
    LABEL,
    PURCHASED,
    WARRANTY_MONTHS
  }

  private static final Map<EntryKind, List<CsvField>> ALL = new ConcurrentHashMap<>();
  private static final String LABEL = "labels.";
  private static final String DEPENDS_ON = "dependsOn";

  static Optional<CsvField> of(String name, EntryKind kind) {
    if (name.startsWith(LABEL) && name.length() > LABEL.length() && kind == EntryKind.SYSTEM) {
      return Optional.of(new CsvField(name, Sort.LABEL, false));
    }
    return ALL.computeIfAbsent(kind, CsvField::all).stream()
        .filter(field -> field.name.equals(name))
        .findFirst();
  }

  static List<String> names(EntryKind kind) {
    return all(kind).stream().map(CsvField::name).toList();
  }

  /** Of a label: its name; of a dependency: how it is needed. */
  String detail() {
    return name.substring(name.indexOf('.') + 1);
  }

  private static List<CsvField> all(EntryKind kind) {
    List<CsvField> all = new ArrayList<>();
    all.add(new CsvField("id", Sort.ID, false));
    for (Part.Key key : kind.shape().keys()) {
      sort(key).ifPresent(sort -> all.add(new CsvField(key.name(), sort, isList(key.shape()))));
    }
    if (kind == EntryKind.SYSTEM) {
      all.add(new CsvField(DEPENDS_ON, Sort.DEPENDENCY, true));
      Arrays.stream(DependencyType.values())
          .map(type -> DEPENDS_ON + "." + type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .forEach(name -> all.add(new CsvField(name, Sort.DEPENDENCY, true)));
      all.add(new CsvField("purchased", Sort.PURCHASED, false));
      all.add(new CsvField("warrantyMonths", Sort.WARRANTY_MONTHS, false));
    }
    return all;
  }

  private static Optional<Sort> sort(Part.Key key) {
    return Optional.ofNullable(
        switch (key.name()) {
          case "name" -> Sort.NAME;
          case "owner", "lead" -> Sort.PERSON;
          case "experts" -> Sort.PEOPLE;
          case "team" -> Sort.TEAM;
          case "group" -> Sort.GROUP;
          case "skills" -> Sort.SKILLS;
          case "type", "criticality", "audience" -> Sort.WORD;
          case "holds" -> Sort.WORDS;
          case "users" -> Sort.NUMBER;
          case DEPENDS_ON, "labels", "sources", "demand", "absences" -> null;
          default -> isList(key.shape()) ? Sort.TEXTS : isDate(key.shape()) ? Sort.DATE : Sort.TEXT;
        });
  }

  private static boolean isDate(Shape shape) {
    return shape instanceof Shape.Single single
        && Grammars.of(LocalDate.class).filter(single.grammar()::equals).isPresent();
  }

  private static boolean isList(Shape shape) {
    return shape instanceof Shape.ListOf;
  }
}
