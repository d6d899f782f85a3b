package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.imports.Rejected.Extent;
import dev.evenkeel.runbook.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a file says. Of a file that cannot be read to its end nothing is taken.
 *
 * @param patches also of things that are only named and no row of their own
 * @param rowsRead rows are what the format brings, see there; a file that cannot be read is one
 * @param rowsTaken that are in a patch; together with the rejected rows and files all that were
 *     read
 * @param passedOver what the file holds that is no row, by its kind, and how many of it
 */
public record Imported(
    List<Patch> patches,
    List<Rejected> rejected,
    int rowsRead,
    int rowsTaken,
    Map<String, Integer> passedOver) {

  public Imported {
    patches = List.copyOf(patches);
    rejected = List.copyOf(rejected);
    passedOver = Ordered.copyOf(passedOver);
    long left = rejected.stream().filter(r -> r.extent() != Extent.VALUE).count();
    if (rowsRead != rowsTaken + left) {
      throw new IllegalStateException(
          "%d rows read, %d taken, %d rejected".formatted(rowsRead, rowsTaken, left));
    }
  }

  static Imported unreadable(Unreadable why) {
    return new Imported(List.of(), List.of(why.rejected()), 1, 0, Map.of());
  }

  /** Says of a file of which nothing was a row that it brings nothing. */
  Imported withoutRows(String file) {
    List<Rejected> all = new ArrayList<>(rejected);
    all.add(
        new Unreadable(
                new Place(file, ""),
                passedOver.isEmpty()
                    ? "There is nothing in it."
                    : "There is nothing in it that becomes part of the estate, only %s."
                        .formatted(String.join(", ", passedOver.keySet())),
                "Choose another file.")
            .rejected());
    return new Imported(List.of(), all, 1, 0, passedOver);
  }
}
