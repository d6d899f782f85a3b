package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a table mean. A table that comes again with its columns in another order is
 * read by their headers.
 *
 * @param kind what each line is about: a system, a person or a team
 * @param header whether the first line names the columns
 * @param delimiter between cells; empty to find it out
 * @param quote around cells that hold a delimiter
 * @param charset such as {@code windows-1252}; empty to find it out
 * @param always fields that every line has unless a column says otherwise, such as {@code type:
 *     hardware}
 * @param lists what separates the items in a cell of several; a line break always does
 */
public record CsvMapping(
    EntryKind kind,
    boolean header,
    Optional<Character> delimiter,
    char quote,
    Optional<String> charset,
    String lists,
    Map<String, String> always,
    List<Column> columns) {

  /** In which order a date such as 03/04/2026 is written. */
  public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
  }

  /**
   * One column.
   *
   * @param index counted from 0
   * @param header as the table names it; empty without a header
   * @param field what it means, see {@link CsvField}; empty to leave the column out
   * @param dates empty when the values themselves tell
   * @param words what words of the table mean in documents, such as {@code Prod: red}; {@code *} is
   *     every other word, and what means nothing is left out
   */
  public record Column(
      int index,
      String header,
      String field,
      Optional<DateOrder> dates,
      Map<String, String> words) {
    public Column {
      words = Map.copyOf(words);
    }

    Column(int index, String header, String field) {
      this(index, header, field, Optional.empty(), Map.of());
    }

    Column with(Map<String, String> meaning) {
      return new Column(index, header, field, dates, meaning);
    }

    /** As messages call it. */
    String called() {
      return header.isEmpty() ? "column " + (index + 1) : "column '" + header + "'";
    }

    Column at(int other) {
      return new Column(other, header, field, dates, words);
    }
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public CsvMapping {
    columns = List.copyOf(columns);
    always = Map.copyOf(always);
    Set<String> once = new HashSet<>();
    for (Column column : columns) {
      Optional<CsvField> field = CsvField.of(column.field(), kind);
      if (!column.field().isEmpty() && field.isEmpty()) {
        throw new IllegalArgumentException(
            "There is no field '%s' in a %s. Choose one of %s."
                .formatted(column.field(), kind.word(), String.join(", ", CsvField.names(kind))));
      }
      if (field.isPresent() && !field.get().many() && !once.add(column.field())) {
        throw new IllegalArgumentException(
            "Two columns are to be `%s`. Choose one of them.".formatted(column.field()));
      }
    }
    if (!once.contains("name") && !once.contains("id")) {
      throw new IllegalArgumentException(
          "No column is the name. Choose the one that tells things apart, and map it to `name`.");
    }
  }

  /** The same with something else between the items in a cell of several. */
  public CsvMapping separating(String between) {
    return new CsvMapping(kind, header, delimiter, quote, charset, between, always, columns);
  }

  CsvMapping of(List<Column> others) {
    return new CsvMapping(kind, header, delimiter, quote, charset, lists, always, others);
  }
}
