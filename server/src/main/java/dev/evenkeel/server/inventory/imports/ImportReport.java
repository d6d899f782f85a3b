package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.imports.Lowered;
import dev.evenkeel.estate.imports.Rejected;
import dev.evenkeel.server.inventory.DocumentChange;
import java.util.List;
import java.util.Objects;

/**
 * The first of what a file changes, of what is rejected of it, and of what it lowers.
 *
 * @param changes at most {@value #MOST}
 * @param rejected at most {@value #MOST}; all of them are in a file beside it
 * @param lowered at most {@value #MOST}, the gravest first; reports of earlier releases have none
 */
public record ImportReport(
    List<DocumentChange> changes, List<Rejected> rejected, List<Lowered> lowered) {
  public static final int MOST = 500;

  public ImportReport {
    changes = changes.stream().limit(MOST).toList();
    rejected = rejected.stream().limit(MOST).toList();
    lowered = Objects.requireNonNullElse(lowered, List.<Lowered>of()).stream().limit(MOST).toList();
  }
}
