package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Headway;
import dev.evenkeel.estate.imports.CsvProposal;
import dev.evenkeel.estate.imports.ImportFormat;
import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.EstateChanged;
import dev.evenkeel.server.inventory.store.ImportStore;
import dev.evenkeel.server.inventory.store.PieceStore;
import dev.evenkeel.server.inventory.store.PieceStore.Part;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Takes in files of other systems.
 *
 * <ol>
 *   <li>A file is looked at: what it would change, and what of it cannot be taken. Nothing changes.
 *   <li>When it is applied it is merged again, with the estate as it is then; the change and what
 *       the source said are kept together. Applied again, nothing happens.
 *   <li>When its change is taken back, what the source said there counts no more, so that a
 *       corrected file is not held against it.
 * </ol>
 */
@Service
public class ImportDesk {
  private static final Duration KEPT = Duration.ofDays(30);

  private final ImportStore imports;
  private final PieceStore pieces;
  private final EstateBook book;
  private final Looking looking;
  private final Applying applying;
  private final FileReading reading;
  private final DataFolder folder;
  private final Clock clock;
  private final OneTransaction transaction;

  ImportDesk(
      ImportStore imports,
      PieceStore pieces,
      EstateBook book,
      Looking looking,
      Applying applying,
      FileReading reading,
      DataFolder folder,
      Clock clock,
      OneTransaction transaction) {
    this.imports = imports;
    this.pieces = pieces;
    this.book = book;
    this.looking = looking;
    this.applying = applying;
    this.reading = reading;
    this.folder = folder;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * How a file is to be looked at.
   *
   * @param format empty to tell it by the file
   * @param source empty to name it after the format, and tables after their file
   * @param mapping of a table; empty to take the one its headers propose
   */
  public record Wish(
      Optional<String> format, Optional<String> source, Optional<TableMapping> mapping) {}

  /** Looks at a file and keeps it until it is applied or discarded. */
  public ImportNote propose(String name, InputStream in, Wish wish, Actor actor)
      throws IOException {
    try (Upload upload = Upload.of(name, in, folder.file("imports"))) {
      return reading.turn(() -> {
        ImportFormat format = format(upload, wish.format());
        String source = FormatChoice.source(upload.name(), format, wish.source());
        Looking.Look look = looking.at(source, format, wish.mapping(), upload.name(), upload::open);
        return get(keep(upload, look, actor));
      });
    }
  }

  private ImportFormat format(Upload upload, Optional<String> wanted) throws IOException {
    return wanted.isPresent()
        ? FormatChoice.known(wanted.get())
        : reading.guess(upload.name(), upload::open);
  }

  private long keep(Upload upload, Looking.Look look, Actor actor) throws IOException {
    Headway.begin(Headway.Stage.KEEPING);
    return transaction.of(() -> {
      long id = imports.add(upload.name(), upload.digest(), look.seen(), actor, clock.instant());
      pieces.keep(
          id,
          Part.FILE,
          out -> {
            try (InputStream file = upload.open()) {
              file.transferTo(out);
            }
          });
      pieces.keep(id, Part.REJECTED, out -> RejectedFile.write(look.rejected(), out));
      Headway.look();
      return id;
    });
  }

  /** Looks at a file once more, in another way. */
  public ImportNote again(long id, Wish wish) throws IOException {
    ImportNote note = open(id);
    ImportFormat format = FormatChoice.known(wish.format().orElse(note.format()));
    String source = FormatChoice.source(wish.source().orElse(note.source()));
    Optional<TableMapping> mapping = wish.mapping().or(note::mapping);
    Looking.Look look =
        reading.turn(() ->
            looking.at(source, format, mapping, note.file(), () -> pieces.open(id, Part.FILE)));
    transaction.of(() -> {
      if (!imports.change(id, look.seen())) {
        throw closed(get(id));
      }
      pieces.keep(id, Part.REJECTED, out -> RejectedFile.write(look.rejected(), out));
      Headway.look();
      return id;
    });
    return get(id);
  }

  /** What the columns of a table seem to mean; empty when it is none. */
  public Optional<CsvProposal> columns(long id, EntryKind kind) throws IOException {
    ImportNote note = open(id);
    return reading.turn(() -> reading.columns(kind, note.file(), () -> pieces.open(id, Part.FILE)));
  }

  /** Brings a file into the estate; one that was brought already stays so. */
  public ImportNote apply(long id, Actor actor) throws IOException {
    ImportNote note = get(id);
    if (note.state() == ImportState.APPLIED) {
      return note;
    }
    if (!open(id).mayBeApplied()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Nothing of '%s' can be taken. Correct the file by what the import says of it, and bring it again."
              .formatted(note.file()));
    }
    return reading.turn(() -> {
      Imported imported =
          reading.read(
              FormatChoice.known(note.format()),
              note.mapping(),
              note.file(),
              () -> pieces.open(id, Part.FILE));
      book.estate(); // read outside of the transaction, where what is read is kept
      boolean applied = transaction.of(() -> applying.apply(note, imported, actor));
      ImportNote now = get(id);
      if (!applied && now.state() != ImportState.APPLIED) {
        throw closed(now);
      }
      return now;
    });
  }

  /** Nothing comes of it. */
  public ImportNote discard(long id, Actor actor) {
    ImportNote note = get(id);
    if (note.state() == ImportState.DISCARDED) {
      return note;
    }
    return book.beside(
        "import %s (%s) discarded".formatted(note.file(), note.source()),
        actor,
        () -> {
          if (!imports.discard(id)) {
            throw closed(get(id));
          }
          pieces.drop(id, Part.FILE);
          return get(id);
        });
  }

  public ImportNote get(long id) {
    return imports
        .note(id)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no import %d.".formatted(id)));
  }

  /** The first of what it changes, and of what is rejected. */
  public ImportReport report(long id) {
    return imports.report(get(id).id());
  }

  /** Writes all that is rejected of it as a table. */
  public void writeRejected(long id, OutputStream out) throws IOException {
    try (InputStream in = pieces.open(get(id).id(), Part.REJECTED)) {
      in.transferTo(out);
    }
  }

  /** The newest first. */
  public List<ImportNote> notes(long before, int limit) {
    return imports.notes(before, limit);
  }

  /** What a source said counts as long as its change stands. */
  @EventListener
  void changed(EstateChanged changed) {
    changed.change().reverts().ifPresent(imports::reverted);
  }

  /** Forgets what nobody decided on. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
  void clear() {
    imports.clear(clock.instant().minus(KEPT));
  }

  private ImportNote open(long id) {
    ImportNote note = get(id);
    if (!note.isOpen()) {
      throw closed(note);
    }
    return note;
  }

  private static Refused closed(ImportNote note) {
    return new Refused(
        Refused.Kind.NOT_NOW,
        switch (note.state()) {
          case APPLIED -> "Import %d was applied already.".formatted(note.id());
          case DISCARDED -> "Import %d was discarded. Bring the file again.".formatted(note.id());
          case OUTDATED ->
              "Another file of the source '%s' was applied since, so import %d is outdated. Bring the file again if it is newer."
                  .formatted(note.source(), note.id());
          case PROPOSED -> "Import %d is being decided on.".formatted(note.id());
        });
  }
}
