package dev.evenkeel.server.schedule.timetable.form;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.shape.Binder;
import dev.evenkeel.runbook.shape.Checker;
import dev.evenkeel.runbook.shape.Part;
import dev.evenkeel.runbook.shape.Shape;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import dev.evenkeel.server.schedule.timetable.terms.Wrong;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What stands in the fields of a plan, as text, by path such as {@code ways[0].people[1].team}.
 * What was typed stays as it was typed, right or wrong; it is read by the same rules as the text of
 * a plan.
 */
public record PlanSheet(Map<String, String> texts) {
  static final Shape.Mapping SHAPE = Shapes.of(ScheduleTerms.class);
  private static final int MOST_ROWS = 200;

  public PlanSheet {
    texts = Map.copyOf(texts);
  }

  /** Filled with what a plan says. */
  public static PlanSheet of(Value.Fields written) {
    Map<String, String> texts = new HashMap<>();
    fill("", written, texts);
    return new PlanSheet(texts);
  }

  private static void fill(String path, Value value, Map<String, String> texts) {
    switch (value) {
      case Value.Scalar scalar -> texts.put(path, scalar.text());
      case Value.Fields fields ->
          fields.values().forEach((key, inner) -> fill(inside(path, key), inner, texts));
      case Value.Items items
          when items.values().stream().allMatch(Value.Scalar.class::isInstance) ->
          texts.put(
              path,
              String.join(
                  ", ",
                  items.values().stream().map(item -> ((Value.Scalar) item).text()).toList()));
      case Value.Items items -> {
        for (int row = 0; row < items.values().size(); row++) {
          fill(row(path, row), items.values().get(row), texts);
        }
      }
    }
  }

  /**
   * As a form sends it: rows that nothing was typed into are left out, lengths of time come in two
   * fields, the number and its unit.
   */
  public static PlanSheet typed(Map<String, String> given) {
    Map<String, String> texts = new HashMap<>();
    take(SHAPE, "", "", given, texts);
    return new PlanSheet(texts);
  }

  private static void take(
      Shape shape, String from, String to, Map<String, String> given, Map<String, String> texts) {
    switch (shape) {
      case Shape.Mapping mapping ->
          mapping
              .keys()
              .forEach(key ->
                  take(
                      key.shape(), inside(from, key.name()), inside(to, key.name()), given, texts));
      case Shape.ListOf(Shape.Mapping rows, var _) -> {
        int kept = 0;
        for (int row = 0; row < MOST_ROWS; row++) {
          if (isFilled(row(from, row), given)) {
            take(rows, row(from, row), row(to, kept++), given, texts);
          }
        }
      }
      default -> {
        String text = given.getOrDefault(from, "").strip().replace("\r\n", "\n");
        if (!text.isEmpty()) {
          String unit = given.get(from + TypedLength.UNIT);
          texts.put(to, unit == null ? text : TypedLength.whole(text, unit));
        }
      }
    }
  }

  private static boolean isFilled(String row, Map<String, String> given) {
    return given.entrySet().stream()
        .anyMatch(entry ->
            entry.getKey().startsWith(row + ".")
                && !entry.getKey().endsWith(TypedLength.UNIT)
                && !entry.getValue().isBlank());
  }

  static String inside(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  static String row(String path, int row) {
    return "%s[%d]".formatted(path, row);
  }

  /** What a field shows. */
  public String text(String path) {
    return texts.getOrDefault(path, "");
  }

  /** How many rows are filled. */
  public int rows(String path) {
    int rows = 0;
    while (isFilled(row(path, rows), texts)) {
      rows++;
    }
    return rows;
  }

  /** With other texts at some paths. */
  public PlanSheet with(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(texts);
    all.putAll(others);
    return new PlanSheet(all);
  }

  /** With nothing at some paths, nor below them. */
  public PlanSheet without(Collection<String> paths) {
    Map<String, String> kept = new HashMap<>(texts);
    kept.keySet()
        .removeIf(path ->
            paths.stream()
                .anyMatch(gone ->
                    path.equals(gone)
                        || path.startsWith(gone + ".")
                        || path.startsWith(gone + "[")));
    return typed(kept);
  }

  /**
   * What came of reading it.
   *
   * @param written what stands in it
   * @param terms empty when something is wrong
   */
  public record Reading(Value.Fields written, Optional<ScheduleTerms> terms, List<Wrong> wrong) {}

  public Reading read() {
    List<String> places = new ArrayList<>();
    Value.Fields written = fields(SHAPE, "", places);
    Findings findings = new Findings("form");
    Value mended = Checker.literal(findings).mend(written, SHAPE, "the plan");
    List<Wrong> wrong =
        findings.inOrder().stream()
            .filter(one -> one.severity() == Finding.Severity.ERROR)
            .map(one ->
                new Wrong(
                    places.get(Math.clamp(one.where().line() - 1L, 0, places.size() - 1)),
                    one.message() + " " + one.wayOut()))
            .toList();
    return new Reading(
        written,
        wrong.isEmpty() ? Optional.of(Binder.bind(mended, ScheduleTerms.class)) : Optional.empty(),
        wrong);
  }

  /** What of it can be read; what is wrong counts as left out. */
  public ScheduleTerms readable() {
    Reading reading = read();
    return reading
        .terms()
        .orElseGet(() ->
            without(reading.wrong().stream().map(Wrong::path).toList())
                .read()
                .terms()
                .orElse(ScheduleTerms.NONE));
  }

  private static Where place(String path, List<String> places) {
    places.add(path);
    return new Where(places.size(), 1);
  }

  private Value.Fields fields(Shape.Mapping shape, String path, List<String> places) {
    Map<String, Value> values = new LinkedHashMap<>();
    Where where = place(path, places);
    BiConsumer<String, Value> put = values::put;
    for (Part.Key key : shape.keys()) {
      value(key.shape(), inside(path, key.name()), places)
          .ifPresent(value -> put.accept(key.name(), value));
    }
    return new Value.Fields(values, where);
  }

  private Optional<Value> value(Shape shape, String path, List<String> places) {
    return switch (shape) {
      case Shape.ListOf(Shape.Mapping rows, var _) -> rows(rows, path, places);
      case Shape.ListOf(Shape.Single single, var _) -> items(single, path, places);
      case Shape.Single single when !text(path).isEmpty() ->
          Optional.of(scalar(single, text(path), place(path, places)));
      default -> Optional.empty();
    };
  }

  private Optional<Value> rows(Shape.Mapping rows, String path, List<String> places) {
    int filled = rows(path);
    Where where = place(path, places);
    List<Value> values = new ArrayList<>();
    for (int row = 0; row < filled; row++) {
      values.add(fields(rows, row(path, row), places));
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(new Value.Items(values, where));
  }

  private Optional<Value> items(Shape.Single of, String path, List<String> places) {
    Where where = place(path, places);
    List<Value> values = new ArrayList<>();
    for (String item : text(path).split("[,;\\n]+")) {
      if (!item.isBlank()) {
        values.add(scalar(of, item.strip(), where));
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(new Value.Items(values, where));
  }

  /** Digits may be grouped; what is no number stays text, and is found wrong with all else. */
  private static Value.Scalar scalar(Shape.Single shape, String text, Where where) {
    String plain = text.replaceAll("(?<=\\d)[,\\u00a0\\u202f ](?=\\d{3}(\\D|$))", "");
    return "integer".equals(shape.grammar().schema().get("type")) && plain.matches("-?\\d{1,18}")
        ? new Value.Scalar(Long.valueOf(plain), plain, where)
        : new Value.Scalar(text, where);
  }
}
