package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.estate.imports.Lowered;
import dev.evenkeel.estate.imports.Lowering;
import dev.evenkeel.estate.imports.Merge;
import dev.evenkeel.estate.imports.Place;
import dev.evenkeel.estate.imports.Rejected;
import dev.evenkeel.server.inventory.DocumentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what comes of a file while it is merged, and keeps the first of it for people. */
class WhatComes implements Merge.Hearer {
  private final Estate estate;
  private final Imported imported;
  private final Lowering lowering;
  private final List<DocumentChange> first = new ArrayList<>();
  private int added;
  private int changed;
  private int same;

  WhatComes(Estate estate, Imported imported) {
    this.estate = estate;
    this.imported = imported;
    this.lowering = new Lowering(estate, imported);
  }

  @Override
  public void wanted(Document document, Place place) {
    estate.changeBy(document).ifPresentOrElse(change -> count(change, place), () -> same++);
  }

  @Override
  public void said(EntryKind kind, String id, Map<String, Object> fields) {}

  private void count(Change change, Place place) {
    lowering.change(change, place);
    if (change.sort() == Change.Sort.ADDED) {
      added++;
    } else {
      changed++;
    }
    if (first.size() < ImportReport.MOST) {
      first.add(DocumentChange.of(change));
    }
  }

  /**
   * @param merging what was rejected while it was merged
   */
  Look look(List<Rejected> merging) {
    List<Rejected> rejected =
        Stream.concat(imported.rejected().stream(), merging.stream()).toList();
    List<Lowered> lowered = lowering.found();
    return new Look(
        ImportCounts.of(imported, rejected, added, changed, same, lowered.size()),
        new ImportReport(first, rejected, lowered),
        rejected);
  }

  /**
   * What comes of a file.
   *
   * @param rejected all that is, of which the report has the first
   */
  record Look(ImportCounts counts, ImportReport report, List<Rejected> rejected) {}
}
