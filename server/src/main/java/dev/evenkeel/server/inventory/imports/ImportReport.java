package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.imports.Rejected;
import dev.evenkeel.server.inventory.DocumentChange;
import java.util.List;

/**
 * The first of what a file changes and of what is rejected of it.
 *
 * @param changes at most {@value #MOST}
 * @param rejected at most {@value #MOST}; all of them are in a file beside it
 */
public record ImportReport(List<DocumentChange> changes, List<Rejected> rejected) {
  public static final int MOST = 500;

  public ImportReport {
    changes = changes.stream().limit(MOST).toList();
    rejected = rejected.stream().limit(MOST).toList();
  }
}
