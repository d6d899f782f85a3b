package dev.evenkeel.server.inventory.imports;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.estate.imports.Merge;
import dev.evenkeel.estate.imports.Rejected;
import java.util.List;
import java.util.Map;

/**
 * How much of a file comes into the estate.
 *
 * @param rowsTaken and rejected ones are together all that were read
 * @param rowsRejected of those that were read; a file that cannot be read is one
 * @param valuesRejected of things that are brought all the same
 * @param added documents
 * @param changed documents
 * @param same documents that stay as they are
 * @param passedOver what the file holds that is no row, by its kind
 * @param lowered systems that are less critical with it than the facts say
 */
public record ImportCounts(
    int rowsRead,
    int rowsTaken,
    int rowsRejected,
    int valuesRejected,
    int added,
    int changed,
    int same,
    Map<String, Integer> passedOver,
    @JsonSetter(nulls = Nulls.AS_EMPTY) int lowered) {

  /**
   * @param rejected when the file was read, and when it was merged
   */
  static ImportCounts of(
      Imported imported, List<Rejected> rejected, int added, int changed, int same, int lowered) {
    int rows = Merge.rows(rejected);
    return new ImportCounts(
        imported.rowsRead(),
        imported.rowsRead() - rows,
        rows,
        rejected.size() - rows,
        added,
        changed,
        same,
        imported.passedOver(),
        lowered);
  }

  public boolean changesNothing() {
    return added + changed == 0;
  }
}
