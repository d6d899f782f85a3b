package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Headway;
import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.estate.imports.Place;
import dev.evenkeel.estate.imports.Said;
import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.store.ImportStore;
import dev.evenkeel.server.inventory.store.PieceStore;
import dev.evenkeel.server.inventory.store.PieceStore.Part;
import dev.evenkeel.server.inventory.store.SaidStore;
import dev.evenkeel.server.shared.Actor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Merges what was read with the estate as it is now, and writes both down. */
@Component
class Applying {
  private final ImportStore imports;
  private final PieceStore pieces;
  private final SaidStore said;
  private final EstateBook book;

  Applying(ImportStore imports, PieceStore pieces, SaidStore said, EstateBook book) {
    this.imports = imports;
    this.pieces = pieces;
    this.said = said;
    this.book = book;
  }

  /** Not without a transaction. False when the import is no longer to be decided on. */
  boolean apply(ImportNote note, Imported imported, Actor actor) throws IOException {
    List<Looking.Look> looks = new ArrayList<>();
    Optional<ChangeNote> change =
        book.putEach(
            (estate, put) -> {
              // Only now nobody else can apply it, or another file of the same source.
              if (imports.claim(note.id())) {
                looks.add(take(estate, put, note, imported));
              }
            },
            "import %s (%s)".formatted(note.file(), note.source()),
            actor);
    if (looks.isEmpty()) {
      return false;
    }
    Looking.Look look = looks.getFirst();
    imports.applied(
        note.id(), change.map(ChangeNote::id), look.seen().counts(), look.seen().report());
    imports.outdate(note.source());
    pieces.drop(note.id(), Part.FILE);
    pieces.keep(note.id(), Part.REJECTED, out -> RejectedFile.write(look.rejected(), out));
    Headway.look();
    return true;
  }

  private Looking.Look take(
      Estate estate, Consumer<Document> put, ImportNote note, Imported imported) {
    Headway.begin(Headway.Stage.WRITING);
    Said before = said.of(note.source());
    SaidStore.Keeping keeping = said.keeping(note.id(), note.source(), before);
    var comes =
        new WhatComes(estate, imported) {
          @Override
          public void wanted(Document document, Place place) {
            super.wanted(document, place);
            put.accept(document);
          }

          @Override
          public void said(EntryKind kind, String thing, Map<String, Object> fields) {
            keeping.said(kind, thing, fields);
          }
        };
    Looking.Look look =
        Looking.of(estate, note.source(), note.format(), note.mapping(), imported, before, comes);
    keeping.finish();
    return look;
  }
}
