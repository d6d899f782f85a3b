package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.imports.CsvMapping.Column;
import dev.evenkeel.estate.imports.CsvMapping.DateOrder;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which order the dates of each column are written: as the mapping says, else as any of its
 * values shows that can be read only one way. Values that show both leave it open.
 */
final class CsvDates {
  private final Map<Integer, Set<DateOrder>> seen = new HashMap<>();

  void see(CsvMapping mapping, List<String> cells) {
    for (Column column : mapping.columns()) {
      boolean date =
          CsvField.of(column.field(), mapping.kind())
              .filter(field ->
                  field.sort() == CsvField.Sort.DATE || field.sort() == CsvField.Sort.PURCHASED)
              .isPresent();
      if (date && column.index() < cells.size()) {
        Dates.orderOf(cells.get(column.index()).strip())
            .ifPresent(order ->
                seen.computeIfAbsent(column.index(), _ -> EnumSet.noneOf(DateOrder.class))
                    .add(order));
      }
    }
  }

  Optional<DateOrder> of(Column column) {
    Set<DateOrder> orders = seen.getOrDefault(column.index(), Set.of());
    return column
        .dates()
        .or(() -> orders.size() == 1 ? orders.stream().findFirst() : Optional.empty());
  }
}
