package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.estate.imports.Rejected;
import java.util.List;
import java.util.Map;

/**
 * How much of a file comes into the estate.
 *
 * @param rowsRejected of those that were read; a file that cannot be read is one
 * @param valuesRejected of things that are brought all the same
 * @param added documents
 * @param changed documents
 * @param same documents that stay as they are
 * @param passedOver what the file holds that is no row, by its kind
 */
public record ImportCounts(
    int rowsRead,
    int rowsTaken,
    int rowsRejected,
    int valuesRejected,
    int added,
    int changed,
    int same,
    Map<String, Integer> passedOver) {

  static ImportCounts of(
      Imported imported, List<Rejected> rejected, int added, int changed, int same) {
    int values =
        (int) rejected.stream().filter(one -> one.extent() == Rejected.Extent.VALUE).count();
    return new ImportCounts(
        imported.rowsRead(),
        imported.rowsTaken(),
        rejected.size() - values,
        values,
        added,
        changed,
        same,
        imported.passedOver());
  }

  public boolean changesNothing() {
    return added + changed == 0;
  }
}
