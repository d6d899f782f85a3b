package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.CsvMapping.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a table seem to mean, for a person to correct.
 *
 * @param delimiter that was found
 * @param columns all of them, also those that mean nothing yet
 * @param sample the first lines behind the header
 */
public record CsvProposal(char delimiter, List<Column> columns, List<List<String>> sample) {
  private static final int LINES = 5;

  public CsvProposal {
    columns = List.copyOf(columns);
    sample = sample.stream().map(List::copyOf).toList();
  }

  /**
   * @throws Unreadable when it is no table
   */
  static CsvProposal of(ImportFile file, EntryKind kind) {
    Table table = Table.of(file, Optional.empty(), Optional.empty(), '"');
    List<List<String>> first = new ArrayList<>();
    table.each(line -> {
      if (first.size() <= LINES) {
        first.add(line.cells());
      }
    });
    if (first.isEmpty()) {
      throw new Unreadable(file.place(), "There is no line in it.", "Export it again.");
    }
    return new CsvProposal(
        table.delimiter(),
        CsvGuess.columns(kind, first.getFirst()),
        first.subList(1, first.size()));
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with it, such as that there is no name
   */
  public CsvMapping mapping(EntryKind kind) {
    return new CsvMapping(
        kind, true, Optional.of(delimiter), '"', Optional.empty(), ";", Map.of(), columns);
  }
}
