package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.imports.CsvProposal;
import dev.evenkeel.estate.imports.ImportFormat;
import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.estate.imports.Imports;
import dev.evenkeel.estate.imports.Merge;
import dev.evenkeel.estate.imports.Rejected;
import dev.evenkeel.estate.imports.Said;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.EstateChanged;
import dev.evenkeel.server.inventory.store.ImportStore;
import dev.evenkeel.server.inventory.store.PieceStore;
import dev.evenkeel.server.inventory.store.PieceStore.Part;
import dev.evenkeel.server.inventory.store.SaidStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

  /** A table of 11 MB with 500,000 dependencies filled a heap of 512 MB while it was merged. */
  private static final int MEMORY_PER_BYTE = 64;

  /** Texts shrink to a tenth. */
  private static final int SHRUNK = 10;

  private final ImportStore imports;
  private final PieceStore pieces;
  private final SaidStore said;
  private final EstateBook book;
  private final DataFolder folder;
  private final Clock clock;
  private final TransactionTemplate transaction;

  /** A large file takes much memory while it is read: one after the other. */
  private final ReentrantLock reading = new ReentrantLock();

  ImportDesk(
      ImportStore imports,
      PieceStore pieces,
      SaidStore said,
      EstateBook book,
      DataFolder folder,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.imports = imports;
    this.pieces = pieces;
    this.said = said;
    this.book = book;
    this.folder = folder;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
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
      refuseWhenTooLarge(upload);
      ImportFormat format = format(upload, wish.format());
      String source = source(upload, format, wish.source());
      Look look;
      reading.lock();
      try (InputStream file = upload.open()) {
        look = look(source, format, wish.mapping(), upload.name(), file);
      } finally {
        reading.unlock();
      }
      long id = keep(upload, look, actor);
      return get(id);
    }
  }

  /** A server without memory ends; a file that is refused can be brought in parts. */
  private static void refuseWhenTooLarge(Upload upload) throws IOException {
    long most = Runtime.getRuntime().maxMemory() / MEMORY_PER_BYTE;
    boolean packed = upload.name().matches("(?i).*\\.(gz|zip)");
    if (Files.size(upload.place()) > (packed ? most / SHRUNK : most)) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "'%s' is too large for the memory this server has, which is enough for files of about %d MB, unpacked. Import it in several parts, or start the server with more memory, such as EVENKEEL_JAVA_OPTS=-Xmx4g."
              .formatted(upload.name(), most >> 20));
    }
  }

  private long keep(Upload upload, Look look, Actor actor) throws IOException {
    return inTransaction(() -> {
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
      return id;
    });
  }

  /** Looks at a file once more, in another way. */
  public ImportNote again(long id, Wish wish) throws IOException {
    ImportNote note = open(id);
    ImportFormat format = known(wish.format().orElse(note.format()));
    String source = checked(wish.source().orElse(note.source()));
    Look look;
    reading.lock();
    try (InputStream file = pieces.open(id, Part.FILE)) {
      look = look(source, format, wish.mapping().or(note::mapping), note.file(), file);
    } finally {
      reading.unlock();
    }
    inTransaction(() -> {
      if (!imports.change(id, look.seen())) {
        throw closed(get(id));
      }
      pieces.keep(id, Part.REJECTED, out -> RejectedFile.write(look.rejected(), out));
      return id;
    });
    return get(id);
  }

  /** What the columns of a table seem to mean; empty when it is none. */
  public Optional<CsvProposal> columns(long id, EntryKind kind) throws IOException {
    ImportNote note = open(id);
    reading.lock();
    try (InputStream file = pieces.open(id, Part.FILE)) {
      return Imports.propose(kind, note.file(), file);
    } finally {
      reading.unlock();
    }
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
    reading.lock();
    try (InputStream file = pieces.open(id, Part.FILE)) {
      Imported imported =
          Imports.read(reader(known(note.format()), note.mapping()), note.file(), file);
      book.estate(); // read outside of the transaction, where what is read is kept
      inTransaction(() -> {
        merge(note, imported, actor);
        return id;
      });
    } finally {
      reading.unlock();
    }
    return get(id);
  }

  private void merge(ImportNote note, Imported imported, Actor actor) throws IOException {
    List<Look> looks = new ArrayList<>();
    Optional<ChangeNote> change =
        book.put(
            estate -> {
              // Only now nobody else can apply it, or another file of the same source.
              if (!imports.claim(note.id())) {
                return List.of();
              }
              Look look = look(estate, note, imported);
              looks.add(look);
              return look.merged().documents();
            },
            "import %s (%s)".formatted(note.file(), note.source()),
            actor);
    if (looks.isEmpty()) {
      ImportNote now = get(note.id());
      if (now.state() != ImportState.APPLIED) {
        throw closed(now);
      }
      return;
    }
    Look look = looks.getFirst();
    said.keep(note.id(), note.source(), look.before(), look.merged().said());
    imports.applied(
        note.id(), change.map(ChangeNote::id), look.seen().counts(), look.seen().report());
    imports.outdate(note.source());
    pieces.drop(note.id(), Part.FILE);
    pieces.keep(note.id(), Part.REJECTED, out -> RejectedFile.write(look.rejected(), out));
  }

  /** Nothing comes of it. */
  public ImportNote discard(long id) {
    ImportNote note = get(id);
    if (imports.discard(id)) {
      pieces.drop(id, Part.FILE);
    } else if (note.state() != ImportState.DISCARDED) {
      throw closed(get(id));
    }
    return get(id);
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

  private record Look(
      ImportStore.Seen seen, Said before, Merge.Merged merged, List<Rejected> rejected) {}

  private Look look(
      String source,
      ImportFormat format,
      Optional<TableMapping> mapping,
      String name,
      InputStream file)
      throws IOException {
    Imported imported = Imports.read(reader(format, mapping), name, file);
    Optional<TableMapping> kept = format.id().equals("csv") ? mapping : Optional.empty();
    return look(book.estate(), source, format.id(), kept, imported);
  }

  private Look look(Estate estate, ImportNote note, Imported imported) {
    return look(estate, note.source(), note.format(), note.mapping(), imported);
  }

  private Look look(
      Estate estate,
      String source,
      String format,
      Optional<TableMapping> mapping,
      Imported imported) {
    Said before = said.of(source);
    Merge.Merged merged = Merge.of(estate, source, imported, before);
    List<Change> changes = estate.changesBy(merged.documents());
    List<Rejected> rejected =
        Stream.concat(imported.rejected().stream(), merged.rejected().stream()).toList();
    var counts = ImportCounts.of(imported, rejected, changes, merged.documents().size());
    var report = ImportReport.of(changes, rejected);
    return new Look(
        new ImportStore.Seen(source, format, mapping, counts, report), before, merged, rejected);
  }

  private static ImportFormat reader(ImportFormat format, Optional<TableMapping> mapping) {
    return format.id().equals("csv")
        ? mapping.map(TableMapping::csv).map(Imports::csv).orElse(format)
        : format;
  }

  private ImportFormat format(Upload upload, Optional<String> wanted) throws IOException {
    if (wanted.isPresent()) {
      return known(wanted.get());
    }
    reading.lock();
    try (InputStream file = upload.open()) {
      return Imports.guess(upload.name(), file)
          .orElseThrow(() ->
              new Refused(
                  Refused.Kind.INVALID,
                  "By its beginning '%s' is of no format that is known. Say which it is: %s."
                      .formatted(upload.name(), formats())));
    } finally {
      reading.unlock();
    }
  }

  private static ImportFormat known(String format) {
    return Imports.format(format)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.INVALID,
                "There is no format '%s'; there are %s.".formatted(format, formats())));
  }

  private static String formats() {
    return Imports.FORMATS.stream().map(ImportFormat::id).collect(Collectors.joining(", "));
  }

  private static String source(Upload upload, ImportFormat format, Optional<String> wanted) {
    if (wanted.isPresent()) {
      return checked(wanted.get());
    }
    if (!format.id().equals("csv")) {
      return format.id();
    }
    String stem =
        upload
            .name()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\..*", "")
            .replaceAll("[^a-z0-9]+", "-");
    String name = stem.replaceAll("^[^a-z]+|-+$", "");
    return name.isEmpty() ? "table" : name.substring(0, Math.min(60, name.length()));
  }

  private static String checked(String source) {
    if (!Spelled.Names.NAME.fit(source)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The source is called '%s'. Its name must be of %s, beginning with a letter."
              .formatted(source, Spelled.Names.NAME.says()));
    }
    return source;
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

  private interface Work {
    long inside() throws IOException;
  }

  private static final class Broken extends RuntimeException {
    Broken(IOException cause) {
      super(cause);
    }
  }

  private long inTransaction(Work work) throws IOException {
    try {
      Long id =
          transaction.execute(status -> {
            try {
              return work.inside();
            } catch (IOException e) {
              throw new Broken(e);
            }
          });
      return id == null ? 0 : id;
    } catch (Broken broken) {
      throw new IOException(broken.getCause());
    }
  }
}
