package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.imports.Lowered;
import dev.evenkeel.estate.imports.Rejected;
import dev.evenkeel.server.inventory.DocumentChange;
import dev.evenkeel.server.inventory.imports.ImportNote;
import dev.evenkeel.server.inventory.imports.ImportReport;
import java.util.List;

/**
 * A file that was brought, with the first of what it changes, of what is rejected, and of what
 * would be less critical than the facts say.
 *
 * @param note counts all of them
 */
record ImportView(
    ImportNote note, List<DocumentChange> changes, List<Rejected> rejected, List<Lowered> lowered) {
  static ImportView of(ImportNote note, ImportReport report) {
    return new ImportView(note, report.changes(), report.rejected(), report.lowered());
  }
}
