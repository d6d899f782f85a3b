package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Headway;
import dev.evenkeel.estate.imports.CsvMapping.Column;
import dev.evenkeel.estate.imports.Table.Line;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A table. A row is a line with anything in it, but not the header. What a cell holds is never more
 * than text: {@code =cmd|…} is a text that begins with an equals sign.
 *
 * @param mapping empty to take the {@linkplain CsvProposal proposed} one
 */
record Csv(Optional<CsvMapping> mapping) implements ImportFormat {

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public String title() {
    return "Table (CSV)";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    return file.isNamed(".csv") || file.isNamed(".tsv");
  }

  @Override
  public Imported read(ImportFile file) {
    return read(file, mapping.orElseGet(() -> proposed(file)));
  }

  private static CsvMapping proposed(ImportFile file) {
    CsvProposal proposal = CsvProposal.of(file, EntryKind.SYSTEM);
    try {
      return proposal.mapping(EntryKind.SYSTEM);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(
          file.line(1),
          String.valueOf(e.getMessage()),
          "Its columns are: %s."
              .formatted(
                  String.join(", ", proposal.columns().stream().map(Column::header).toList())));
    }
  }

  static List<String> header(ImportFile file, Table table) {
    List<List<String>> first = new ArrayList<>();
    table.each(line -> {
      if (first.isEmpty()) {
        first.add(line.cells());
      }
    });
    if (first.isEmpty()) {
      throw new Unreadable(file.place(), "There is no line in it.", "Export it again.");
    }
    return first.getFirst();
  }

  static Imported read(ImportFile file, CsvMapping mapping) {
    Table table =
        Table.of(
            file, mapping.charset().map(Charset::forName), mapping.delimiter(), mapping.quote());
    List<String> headers = header(file, table);
    CsvMapping placed = mapping.header() ? placed(mapping, headers, file) : mapping;
    Taking taking = new Taking();
    if (mapping.header()) {
      IntStream.range(0, headers.size())
          .filter(
              i -> placed.columns().stream().noneMatch(c -> c.index() == i && !c.field().isEmpty()))
          .forEach(i -> taking.passOver("column '%s'".formatted(headers.get(i).strip())));
    }
    CsvDates orders = new CsvDates();
    int[] count = {0};
    rows(
        table,
        mapping,
        line -> {
          orders.see(placed, line.cells());
          count[0]++;
        });
    Headway.count(count[0]);
    rows(table, mapping, line -> row(file, placed, line, headers.size(), orders, taking));
    return taking.all();
  }

  private static void rows(Table table, CsvMapping mapping, Consumer<Line> rows) {
    boolean[] header = {mapping.header()};
    table.each(line -> {
      if (header[0]) {
        header[0] = false;
      } else {
        rows.accept(line);
      }
    });
  }

  private static void row(
      ImportFile file, CsvMapping mapping, Line line, int width, CsvDates orders, Taking taking) {
    Place place = file.line(line.number());
    int cells = line.cells().size();
    if (cells < width && line.last()) {
      throw new Unreadable(
          place,
          "The last line has %d cells instead of %d and does not end: the file was cut off."
              .formatted(cells, width),
          "Export it again.");
    }
    boolean more = line.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank());
    if (cells < width || more) {
      taking.reject(
          place,
          "the row",
          "It has %d cells; the first line has %d, so it cannot be told what they mean."
              .formatted(cells, width),
          "Put cells that hold a delimiter or a line break into quotation marks.");
      return;
    }
    new CsvRow(mapping, place, taking).take(line.cells(), orders);
  }

  private static CsvMapping placed(CsvMapping mapping, List<String> headers, ImportFile file) {
    List<Column> columns =
        mapping.columns().stream()
            .filter(column -> !column.field().isEmpty())
            .map(column -> column.at(indexOf(column, headers, file)))
            .toList();
    return mapping.of(columns);
  }

  private static int indexOf(Column column, List<String> headers, ImportFile file) {
    if (column.index() < headers.size() && isNamed(headers.get(column.index()), column)) {
      return column.index();
    }
    int[] same =
        IntStream.range(0, headers.size()).filter(i -> isNamed(headers.get(i), column)).toArray();
    if (same.length != 1) {
      throw new Unreadable(
          file.line(1),
          same.length == 0
              ? "There is no %s, which is to be `%s`.".formatted(column.called(), column.field())
              : "There are %d columns '%s', and none where it was."
                  .formatted(same.length, column.header()),
          "Choose the columns anew.");
    }
    return same[0];
  }

  private static boolean isNamed(String header, Column column) {
    return header.strip().equalsIgnoreCase(column.header());
  }
}
