package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Headway;
import dev.evenkeel.estate.imports.ImportFormat;
import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.estate.imports.Merge;
import dev.evenkeel.estate.imports.Rejected;
import dev.evenkeel.estate.imports.Said;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.store.ImportStore;
import dev.evenkeel.server.inventory.store.SaidStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at what would come of a file. Nothing changes. */
@Component
class Looking {
  private final FileReading reading;
  private final EstateBook book;
  private final SaidStore said;

  Looking(FileReading reading, EstateBook book, SaidStore said) {
    this.reading = reading;
    this.book = book;
    this.said = said;
  }

  /**
   * What comes of a file.
   *
   * @param rejected all that is
   */
  record Look(ImportStore.Seen seen, List<Rejected> rejected) {}

  Look at(
      String source,
      ImportFormat format,
      Optional<TableMapping> mapping,
      String name,
      FileReading.Opening file)
      throws IOException {
    Imported imported = reading.read(format, mapping, name, file);
    Optional<TableMapping> kept = format.id().equals("csv") ? mapping : Optional.empty();
    Headway.begin(Headway.Stage.COMPARING);
    Estate estate = book.estate();
    return of(
        estate,
        source,
        format.id(),
        kept,
        imported,
        said.of(source),
        new WhatComes(estate, imported));
  }

  static Look of(
      Estate estate,
      String source,
      String format,
      Optional<TableMapping> mapping,
      Imported imported,
      Said before,
      WhatComes comes) {
    WhatComes.Look look = comes.look(Merge.each(estate, source, imported, before, comes));
    return new Look(
        new ImportStore.Seen(source, format, mapping, look.counts(), look.report()),
        look.rejected());
  }
}
