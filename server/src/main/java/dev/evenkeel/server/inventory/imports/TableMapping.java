package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.CsvMapping;
import dev.evenkeel.estate.imports.CsvMapping.DateOrder;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table mean, as JSON says it. All but the columns may be left out.
 *
 * @param kind {@code System}, {@code Person} or {@code Team}
 * @param header whether the first line names the columns
 * @param delimiter one character, or found out
 * @param lists what separates several items in one cell
 * @param always fields that every line has unless a column says otherwise
 */
public record TableMapping(
    @Nullable String kind,
    @Nullable Boolean header,
    @Nullable String delimiter,
    @Nullable String quote,
    @Nullable String charset,
    @Nullable String lists,
    @Nullable Map<String, String> always,
    @Nullable List<Column> columns) {

  /**
   * One column.
   *
   * @param header as the table names it
   * @param field what it means; empty to leave it out
   * @param dates {@code day-first} or {@code month-first}; otherwise the values tell
   * @param words what words of the table mean in documents
   */
  public record Column(
      @Nullable String header,
      @Nullable String field,
      @Nullable String dates,
      @Nullable Map<String, String> words) {}

  public EntryKind entryKind() {
    String word = Objects.requireNonNullElse(kind, EntryKind.SYSTEM.word());
    return EntryKind.ofWord(word)
        .filter(known ->
            known == EntryKind.SYSTEM || known == EntryKind.PERSON || known == EntryKind.TEAM)
        .orElseThrow(() ->
            refused(
                "The lines of a table are each a System, a Person or a Team, not a '%s'."
                    .formatted(word)));
  }

  /**
   * @throws Refused saying what is wrong with it
   */
  CsvMapping csv() {
    List<Column> all = Objects.requireNonNullElse(columns, List.of());
    try {
      return new CsvMapping(
          entryKind(),
          header == null || header,
          letter("delimiter", delimiter),
          letter("quote", quote).orElse('"'),
          Optional.ofNullable(charset).filter(name -> !name.isBlank()),
          Objects.requireNonNullElse(lists, ";"),
          Objects.requireNonNullElse(always, Map.of()),
          IntStream.range(0, all.size()).mapToObj(index -> csv(index, all.get(index))).toList());
    } catch (IllegalArgumentException wrong) {
      throw refused(String.valueOf(wrong.getMessage()));
    }
  }

  private static CsvMapping.Column csv(int index, Column column) {
    return new CsvMapping.Column(
        index,
        Objects.requireNonNullElse(column.header(), ""),
        Objects.requireNonNullElse(column.field(), ""),
        order(column.dates()),
        Objects.requireNonNullElse(column.words(), Map.of()));
  }

  private static Optional<DateOrder> order(@Nullable String words) {
    if (words == null || words.isBlank()) {
      return Optional.empty();
    }
    return switch (words.toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "day-first" -> Optional.of(DateOrder.DAY_FIRST);
      case "month-first" -> Optional.of(DateOrder.MONTH_FIRST);
      default ->
          throw refused("Dates are written day-first or month-first, not '%s'.".formatted(words));
    };
  }

  private static Optional<Character> letter(String what, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    if (text.length() > 1) {
      throw refused("The %s of a table is one character, not '%s'.".formatted(what, text));
    }
    return Optional.of(text.charAt(0));
  }

  private static Refused refused(String says) {
    return new Refused(Refused.Kind.INVALID, says);
  }
}
