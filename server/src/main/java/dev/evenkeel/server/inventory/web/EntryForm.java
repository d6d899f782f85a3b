package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.shape.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of an entry, as text. What was typed stays as it was typed, right or
 * wrong.
 *
 * @param texts by path of the widget; of rows by {@code path[n].column}
 */
record EntryForm(EntryKind kind, Map<String, String> texts) {
  /** Empty rows to fill in where there is no script to add some. */
  private static final int SPARE_ROWS = 2;

  static final int MOST_ROWS = 2_000;

  EntryForm {
    texts = Map.copyOf(texts);
  }

  /** Whether a form cannot hold all it says. */
  static boolean isTooLong(Document document) {
    return document.fields().values().stream()
        .anyMatch(value -> value instanceof List<?> list && list.size() > MOST_ROWS);
  }

  /** Filled with what a document says. */
  static EntryForm of(EntryKind kind, Map<String, Object> fields) {
    Map<String, String> texts = new HashMap<>();
    for (Widget widget : Widget.of(kind.shape())) {
      fill(widget, at(fields, widget.path()), texts);
    }
    return new EntryForm(kind, texts);
  }

  private static void fill(Widget widget, @Nullable Object value, Map<String, String> texts) {
    switch (value) {
      case null -> {}
      case List<?> rows when widget.sort() == Widget.Sort.ROWS -> {
        for (int row = 0; row < rows.size(); row++) {
          for (Widget column : widget.columns()) {
            cell(path(widget, row, column), ((Map<?, ?>) rows.get(row)).get(column.path()), texts);
          }
        }
      }
      case List<?> items ->
          texts.put(
              widget.path(),
              String.join(
                  widget.sort() == Widget.Sort.NUMBERS ? " " : "\n",
                  items.stream().map(EntryForm::text).toList()));
      case Map<?, ?> pairs ->
          texts.put(
              widget.path(),
              String.join(
                  "\n",
                  pairs.entrySet().stream().map(p -> p.getKey() + ": " + p.getValue()).toList()));
      default -> texts.put(widget.path(), text(value));
    }
  }

  /** A list inside of a row stands in one line. */
  private static void cell(String path, @Nullable Object value, Map<String, String> texts) {
    if (value instanceof List<?> items) {
      texts.put(path, String.join(", ", items.stream().map(EntryForm::text).toList()));
    } else if (value != null) {
      texts.put(path, text(value));
    }
  }

  private static String text(Object value) {
    return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString(number.longValue())
        : value.toString();
  }

  private static @Nullable Object at(Map<String, Object> fields, String path) {
    Object value = fields;
    for (String key : path.split("\\.")) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }

  /**
   * With something in every needed line that is still empty, to see what the rest would mean. Never
   * to be kept.
   */
  EntryForm completed() {
    Map<String, String> more = new HashMap<>(texts);
    Widget.of(kind.shape()).stream()
        .filter(widget -> widget.required() && text(widget.path()).isBlank())
        .filter(widget -> widget.sort() == Widget.Sort.LINE || widget.sort() == Widget.Sort.TEXT)
        .forEach(widget -> more.put(widget.path(), "later"));
    return new EntryForm(kind, more);
  }

  /** What the widget shows. */
  public String text(String path) {
    return texts.getOrDefault(path, "");
  }

  /** The rows to show of a table: those that are filled, and a few empty ones. */
  public List<Integer> rows(Widget widget) {
    List<Integer> rows = new ArrayList<>();
    int filled = 0;
    while (filled < MOST_ROWS && isFilled(widget, filled)) {
      rows.add(filled++);
    }
    for (int spare = 0; spare < SPARE_ROWS; spare++) {
      rows.add(filled + spare);
    }
    return rows;
  }

  private boolean isFilled(Widget widget, int row) {
    return widget.columns().stream().anyMatch(column -> !text(path(widget, row, column)).isEmpty());
  }

  static String path(Widget widget, int row, Widget column) {
    return "%s[%d].%s".formatted(widget.path(), row, column.path());
  }

  /**
   * The document that was filled in, from the one before: a key nobody touched stays what that
   * says, however a form would write it. Places as in {@link #body()}.
   */
  Value.Fields body(Document before) {
    EntryForm shown = of(kind, before.fields());
    Value.Fields typed = body();
    Map<String, Value> values = new LinkedHashMap<>();
    for (Part.Key key : kind.shape().keys()) {
      Object was = before.fields().get(key.name());
      Value now = typed.values().get(key.name());
      if (was != null && filled(key.name()).equals(shown.filled(key.name()))) {
        values.put(key.name(), Json.value(was, now == null ? typed.where() : now.where()));
      } else if (now != null) {
        values.put(key.name(), now);
      }
    }
    return new Value.Fields(values, typed.keys(), typed.where());
  }

  /** What was filled in for a key; a type that is the usual one counts as left out. */
  private Map<String, String> filled(String key) {
    Map<String, String> filled = new HashMap<>();
    texts.forEach((path, text) -> {
      boolean own = path.equals(key) || path.startsWith(key + "[") || path.startsWith(key + ".");
      boolean usual = path.endsWith("].type") && text.equals("calls");
      if (own && !usual && !text.isEmpty()) {
        filled.put(path, text.replace("\r\n", "\n"));
      }
    });
    return filled;
  }

  /**
   * The document that was filled in. Its places say which widget, counted from 1, and which row.
   */
  Value.Fields body() {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Where> keys = new HashMap<>();
    List<Widget> widgets = Widget.of(kind.shape());
    for (int n = 0; n < widgets.size(); n++) {
      Widget widget = widgets.get(n);
      Where where = new Where(n + 1, 1);
      value(widget, where).ifPresent(value -> put(widget.path(), value, where, values, keys));
    }
    return new Value.Fields(values, keys, new Where(1, 1));
  }

  private static void put(
      String path, Value value, Where where, Map<String, Value> values, Map<String, Where> keys) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      values.put(path, value);
      keys.put(path, where);
      return;
    }
    String outer = path.substring(0, dot);
    Map<String, Value> inner = new LinkedHashMap<>();
    if (values.get(outer) instanceof Value.Fields known) {
      inner.putAll(known.values());
    }
    inner.put(path.substring(dot + 1), value);
    values.put(outer, new Value.Fields(inner, where));
    keys.put(outer, where);
  }

  private Optional<Value> value(Widget widget, Where where) {
    String text = text(widget.path()).strip();
    return switch (widget.sort()) {
      case ROWS -> rowsOf(widget, where);
      case LINES -> items(text.lines().toList(), where);
      case NUMBERS -> items(List.of(text.split("[\\s,;]+")), where).map(EntryForm::numbers);
      case PAIRS -> pairs(text, where);
      case NUMBER, FLAG -> text.isEmpty() ? Optional.empty() : Optional.of(number(text, where));
      default ->
          text.isEmpty()
              ? Optional.empty()
              : Optional.of(new Value.Scalar(text.replace("\r\n", "\n"), where));
    };
  }

  private static Optional<Value> items(List<String> texts, Where where) {
    List<Value> items =
        texts.stream()
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .<Value>map(item -> new Value.Scalar(item, where))
            .toList();
    return items.isEmpty() ? Optional.empty() : Optional.of(new Value.Items(items, where));
  }

  private static Value numbers(Value items) {
    return new Value.Items(
        ((Value.Items) items)
            .values().stream()
                .map(item -> number(((Value.Scalar) item).text(), item.where()))
                .toList(),
        items.where());
  }

  /** What is no number stays text, and is found wrong where all is looked at. */
  private static Value number(String text, Where where) {
    String plain = text.replaceAll("(?<=\\d)[,\\u00a0\\u202f ](?=\\d{3}\\b)", "");
    if (plain.matches("-?\\d{1,18}")) {
      return new Value.Scalar(Long.valueOf(plain), plain, where);
    }
    if (plain.matches("-?\\d{1,15}\\.\\d{1,15}")) {
      return new Value.Scalar(Double.valueOf(plain), plain, where);
    }
    return plain.equals("true") || plain.equals("false")
        ? new Value.Scalar(Boolean.valueOf(plain), plain, where)
        : new Value.Scalar(text, where);
  }

  private static Optional<Value> pairs(String text, Where where) {
    Map<String, Object> pairs = new LinkedHashMap<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> {
          int colon = line.indexOf(':');
          pairs.put(
              colon < 0 ? line : line.substring(0, colon).strip(),
              colon < 0 ? "" : line.substring(colon + 1).strip());
        });
    return pairs.isEmpty() ? Optional.empty() : Optional.of(Json.value(pairs, where));
  }

  private Optional<Value> rowsOf(Widget widget, Where where) {
    List<Value> rows = new ArrayList<>();
    for (int row = 0; row < MOST_ROWS; row++) {
      Map<String, Value> columns = new LinkedHashMap<>();
      Map<String, Where> keys = new HashMap<>();
      Where place = new Where(where.line(), row + 1);
      for (Widget column : widget.columns()) {
        String text = text(path(widget, row, column)).strip();
        typed(column, text, place)
            .ifPresent(value -> {
              columns.put(column.path(), value);
              keys.put(column.path(), place);
            });
      }
      boolean untouched = columns.keySet().stream().allMatch("type"::equals);
      if (!untouched) {
        rows.add(new Value.Fields(columns, keys, place));
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Value.Items(rows, where));
  }

  private static Optional<Value> typed(Widget column, String text, Where place) {
    return switch (column.sort()) {
      case LINES -> items(List.of(text.split("[\\s,;]+")), place);
      case NUMBER, FLAG -> text.isEmpty() ? Optional.empty() : Optional.of(number(text, place));
      default -> text.isEmpty() ? Optional.empty() : Optional.of(new Value.Scalar(text, place));
    };
  }

  /** Findings of a body by the path of the widget they belong to. */
  Map<String, List<String>> wrong(List<Finding> findings) {
    List<Widget> widgets = Widget.of(kind.shape());
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    for (Finding finding : findings) {
      int n = Math.clamp(finding.where().line() - 1L, 0, widgets.size() - 1);
      Widget widget = widgets.get(n);
      String row =
          widget.sort() == Widget.Sort.ROWS ? "Row %d: ".formatted(finding.where().column()) : "";
      wrong
          .computeIfAbsent(widget.path(), path -> new ArrayList<>())
          .add(row + finding.message() + " " + finding.wayOut());
    }
    return wrong;
  }

  /** The name that was filled in. */
  String name() {
    return Objects.requireNonNullElse(texts.get("name"), "").strip();
  }
}
