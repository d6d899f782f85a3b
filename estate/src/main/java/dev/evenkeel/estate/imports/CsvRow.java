package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.CsvMapping.Column;
import dev.evenkeel.estate.imports.Dates.NoDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a patch of one line of a table. */
final class CsvRow {
  /** What people write when there is nothing to say. */
  private static final Pattern NOTHING =
      Pattern.compile("(?i)-+|n/?a|null|\\\\N|\\(null\\)|0000-00-00( 00:00:00)?");

  /** 12,000 or 12.000 or 12 000 or 12'000. */
  private static final Pattern WHOLE =
      Pattern.compile("\\d+|\\d{1,3}([,.'\u00A0\u202F ])\\d{3}(\\1\\d{3})*");

  private final Taking taking;
  private final CsvMapping mapping;
  private final Place place;
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final Map<String, Object> labels = new LinkedHashMap<>();
  private final List<Patch.Link> links = new ArrayList<>();
  private final List<Runnable> troubles = new ArrayList<>();
  private String id = "";
  private String name = "";
  private Optional<Ruined> ruinedName = Optional.empty();
  private @Nullable LocalDate purchased;
  private @Nullable Long warrantyMonths;

  CsvRow(CsvMapping mapping, Place place, Taking taking) {
    this.mapping = mapping;
    this.place = place;
    this.taking = taking;
  }

  /** Takes the row, or rejects it. */
  void take(List<String> cells, CsvDates orders) {
    for (Column column : mapping.columns()) {
      CsvField.of(column.field(), mapping.kind())
          .ifPresent(field -> cell(field, column, cells.get(column.index()), orders));
    }
    mapping.always().forEach(fields::putIfAbsent);
    warranty();
    if (!labels.isEmpty()) {
      fields.put("labels", labels);
    }
    String called = name.isEmpty() ? id : name;
    if (ruinedName.isPresent()) {
      taking.reject(place, "the row", ruinedName.get().why(), ruinedName.get().wayOut());
    } else if (called.isEmpty()) {
      taking.reject(
          place,
          "the row",
          "It has no name.",
          "Give it one in the source, or map another column to `name`.");
    } else {
      troubles.forEach(Runnable::run);
      taking.take(
          new Patch(mapping.kind(), id.isEmpty() ? called : id, called, fields, links, place));
    }
  }

  private void cell(CsvField field, Column column, String raw, CsvDates orders) {
    String stripped = raw.replace('\u00A0', ' ').strip();
    if (stripped.isEmpty() || NOTHING.matcher(stripped).matches()) {
      return;
    }
    String text = field.sort() == CsvField.Sort.DEPENDENCY ? stripped : taking.once(stripped);
    Optional<Ruined> ruined = Ruined.of(text);
    if (ruined.isPresent()) {
      if (field.sort() == CsvField.Sort.NAME || field.sort() == CsvField.Sort.ID) {
        ruinedName = ruined;
      } else {
        trouble(column, ruined.get().why(), ruined.get().wayOut());
      }
      return;
    }
    switch (field.sort()) {
      case ID -> id = text;
      case NAME -> name = text;
      case TEXT -> fields.put(field.name(), text);
      case TEXTS -> fields.merge(field.name(), items(text), CsvRow::joined);
      case WORD -> {
        String meant = Words.meant(field.name(), text, column.words());
        if (!meant.isEmpty()) {
          fields.put(field.name(), meant);
        }
      }
      case WORDS ->
          fields.merge(
              field.name(),
              items(text).stream()
                  .map(item -> Words.meant(field.name(), item, column.words()))
                  .toList(),
              CsvRow::joined);
      case NUMBER -> number(column, text).ifPresent(n -> fields.put(field.name(), n));
      case DATE ->
          date(column, text, orders)
              .ifPresent(d -> fields.put(field.name(), taking.once(d.toString())));
      case PERSON, PEOPLE -> name(field, EntryKind.PERSON, text, column);
      case TEAM -> name(field, EntryKind.TEAM, text, column);
      case GROUP -> fields.put(field.name(), Spelling.of(text, "group"));
      case SKILLS ->
          fields.merge(
              field.name(),
              items(text).stream().map(item -> Spelling.of(item, "skill")).toList(),
              CsvRow::joined);
      case DEPENDENCY -> dependency(field, column, text);
      case LABEL -> labels.put(field.detail(), text);
      case PURCHASED ->
          date(column, text, orders)
              .ifPresent(d -> {
                purchased = d;
                labels.put("purchased", d.toString());
              });
      case WARRANTY_MONTHS ->
          number(column, text.replaceFirst("(?i) *(months?|mo\\.?)$", ""))
              .ifPresent(n -> warrantyMonths = n);
    }
  }

  private void name(CsvField field, EntryKind kind, String text, Column column) {
    Place at = place.in(column.called());
    for (String called : field.many() ? items(text) : List.of(text)) {
      links.add(Patch.Link.to(field.name(), kind, called, at));
      troubles.add(() -> taking.mention(Patch.mentioned(kind, called, place)));
    }
  }

  private void dependency(CsvField field, Column column, String text) {
    Map<String, Object> more =
        field.name().contains(".") ? Map.of("type", field.detail()) : Map.of();
    Place at = place.in(column.called());
    items(text).forEach(item -> links.add(Patch.Link.dependency(taking.once(item), more, at)));
  }

  private void warranty() {
    if (warrantyMonths == null || fields.containsKey("warrantyEnd")) {
      return;
    }
    if (purchased != null && warrantyMonths <= 1200) {
      fields.put("warrantyEnd", purchased.plusMonths(warrantyMonths).toString());
      return;
    }
    Column column =
        mapping.columns().stream()
            .filter(c -> c.field().equals("warrantyMonths"))
            .findFirst()
            .orElseThrow();
    trouble(
        column,
        "%d months of warranty begin on a day that is not said.".formatted(warrantyMonths),
        "Fill in the day of purchase.");
  }

  private Optional<LocalDate> date(Column column, String text, CsvDates orders) {
    try {
      return Optional.of(Dates.read(text, orders.of(column)));
    } catch (NoDate e) {
      trouble(column, e.why(), e.wayOut());
      return Optional.empty();
    }
  }

  private Optional<Long> number(Column column, String text) {
    Matcher whole = WHOLE.matcher(text);
    String digits = text.replaceAll("\\D", "");
    if (whole.matches() && digits.length() <= 15) {
      return Optional.of(Long.valueOf(digits));
    }
    trouble(column, "'%s' is no whole number.".formatted(text), "Write it like 12000.");
    return Optional.empty();
  }

  private List<String> items(String text) {
    return Stream.of(text.split("[\\r\\n]+|" + Pattern.quote(mapping.lists())))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static Object joined(Object some, Object more) {
    List<Object> all = new ArrayList<>((List<?>) some);
    all.addAll((List<?>) more);
    return all;
  }

  private void trouble(Column column, String why, String wayOut) {
    troubles.add(() ->
        taking.rejectValue(
            place.in(column.called()), "`%s`".formatted(column.field()), why, wayOut));
  }
}
