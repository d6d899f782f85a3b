package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.CsvMapping;
import dev.evenkeel.estate.imports.CsvProposal;
import dev.evenkeel.server.inventory.imports.TableMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One column of a table while a person says what it means.
 *
 * @param samples the first values in it
 * @param field what it means; empty when it is left out
 * @param label the field that keeps it as a further fact; empty where there is none
 * @param dates in which order its dates are written, as somebody said
 * @param words what its words mean, one pair to a line
 */
record TableColumn(
    int index,
    String header,
    List<String> samples,
    String field,
    String label,
    String dates,
    String words) {
  private static final int SAMPLES = 3;
  private static final Pattern DATE = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-]\\d{2,4}.*");

  static List<TableColumn> of(
      CsvProposal proposal, EntryKind kind, Optional<TableMapping> mapping) {
    List<TableMapping.Column> said =
        mapping
            .filter(one -> one.entryKind() == kind)
            .map(one -> Objects.requireNonNullElse(one.columns(), List.<TableMapping.Column>of()))
            .orElse(List.of());
    return proposal.columns().stream().map(column -> of(column, proposal, kind, said)).toList();
  }

  private static TableColumn of(
      CsvMapping.Column column,
      CsvProposal proposal,
      EntryKind kind,
      List<TableMapping.Column> said) {
    Optional<TableMapping.Column> one =
        said.stream().filter(other -> column.header().equals(other.header())).findFirst();
    String field = said.isEmpty() ? column.field() : "";
    String dates = "";
    String words = "";
    if (one.isPresent()) {
      field = Objects.requireNonNullElse(one.get().field(), "");
      dates = Objects.requireNonNullElse(one.get().dates(), "");
      words = WordPairs.text(one.get().words());
    }
    List<String> samples =
        proposal.sample().stream()
            .filter(line -> column.index() < line.size())
            .map(line -> line.get(column.index()).strip())
            .filter(cell -> !cell.isEmpty())
            .distinct()
            .limit(SAMPLES)
            .toList();
    return new TableColumn(
        column.index(), column.header(), samples, field, label(column, kind, field), dates, words);
  }

  private static String label(CsvMapping.Column column, EntryKind kind, String field) {
    if (field.startsWith("labels.")) {
      return field;
    }
    String name = column.header().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    String trimmed = name.replaceAll("^-|-$", "");
    return kind == EntryKind.SYSTEM && !trimmed.isEmpty() ? "labels." + trimmed : "";
  }

  /** Whether its dates may be read in two ways. */
  public boolean isAmbiguous() {
    return !dates.isEmpty()
        || samples.stream()
            .map(DATE::matcher)
            .anyMatch(date ->
                date.matches()
                    && Integer.parseInt(date.group(1)) <= 12
                    && Integer.parseInt(date.group(2)) <= 12);
  }

  /** What was chosen for all columns of a form. */
  static TableMapping chosen(EntryKind kind, Map<String, String> typed) {
    List<TableMapping.Column> columns = new ArrayList<>();
    IntStream.iterate(0, index -> typed.containsKey("field." + index), index -> index + 1)
        .forEach(index ->
            columns.add(
                new TableMapping.Column(
                    typed.get("header." + index),
                    typed.get("field." + index),
                    typed.get("dates." + index),
                    WordPairs.of(typed.get("words." + index)))));
    return new TableMapping(
        kind.word(),
        true,
        typed.get("delimiter"),
        typed.get("quote"),
        typed.get("charset"),
        typed.getOrDefault("lists", "").isEmpty() ? null : typed.get("lists"),
        WordPairs.of(typed.get("always")),
        columns);
  }
}
