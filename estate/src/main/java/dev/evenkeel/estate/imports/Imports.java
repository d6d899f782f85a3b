package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads files of other systems. Never throws for what a file holds: the report says it. */
public final class Imports {
  /** All formats, those that are told most surely first. */
  public static final List<ImportFormat> FORMATS = List.of(new Csv(Optional.empty()));

  private Imports() {}

  public static Optional<ImportFormat> format(String id) {
    return FORMATS.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /** Tables of which a person said what the columns mean. */
  public static ImportFormat csv(CsvMapping mapping) {
    return new Csv(Optional.of(mapping));
  }

  /** What the columns of a table seem to mean; empty when it is no table. */
  public static Optional<CsvProposal> propose(EntryKind kind, String fileName, InputStream in)
      throws IOException {
    try {
      return Optional.of(CsvProposal.of(Unpacking.of(fileName, in).getFirst(), kind));
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  /** Which format a file seems to have. Of several in an archive the first counts. */
  public static Optional<ImportFormat> guess(String fileName, InputStream in) throws IOException {
    try {
      ImportFile first = Unpacking.of(fileName, in).getFirst();
      return FORMATS.stream().filter(format -> format.looksLike(first)).findFirst();
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  /**
   * What a file says. The files of an archive are read one by one: one that cannot be read is
   * rejected as a whole, the others are taken.
   *
   * @throws IOException when the stream fails
   */
  public static Imported read(ImportFormat format, String fileName, InputStream in)
      throws IOException {
    try {
      Taking all = new Taking();
      Unpacking.of(fileName, in).forEach(file -> all.add(one(format, file)));
      return all.all();
    } catch (Unreadable why) {
      return Imported.unreadable(why);
    }
  }

  private static Imported one(ImportFormat format, ImportFile file) {
    try {
      if (file.bytes().length == 0) {
        throw new Unreadable(file.place(), "It is empty.", "Export it again.");
      }
      return format.read(file);
    } catch (Unreadable why) {
      return Imported.unreadable(why);
    }
  }
}
