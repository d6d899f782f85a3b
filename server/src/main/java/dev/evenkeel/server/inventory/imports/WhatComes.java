package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.estate.imports.Merge;
import dev.evenkeel.estate.imports.Rejected;
import dev.evenkeel.server.inventory.DocumentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts what comes of a file while it is merged, and keeps the first of it for people. */
class WhatComes implements Merge.Hearer {
  private final Estate estate;
  private final List<DocumentChange> first = new ArrayList<>();
  private int added;
  private int changed;
  private int same;

  WhatComes(Estate estate) {
    this.estate = estate;
  }

  @Override
  public void wanted(Document document) {
    estate.changeBy(document).ifPresentOrElse(this::count, () -> same++);
  }

  @Override
  public void said(EntryKind kind, String id, Map<String, Object> fields) {}

  private void count(Change change) {
    if (change.sort() == Change.Sort.ADDED) {
      added++;
    } else {
      changed++;
    }
    if (first.size() < ImportReport.MOST) {
      first.add(DocumentChange.of(change));
    }
  }

  ImportCounts counts(Imported imported, List<Rejected> rejected) {
    return ImportCounts.of(imported, rejected, added, changed, same);
  }

  ImportReport report(List<Rejected> rejected) {
    return new ImportReport(first, rejected);
  }
}
