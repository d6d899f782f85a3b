package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads files of other systems. Never throws for what a file holds: the report says it. */
public final class Imports {
  /** All formats, those that are told most surely first. */
  public static final List<ImportFormat> FORMATS =
      List.of(
          new NetBox(),
          new Backstage(),
          new Compose(),
          new CycloneDx(),
          new Spdx(),
          new GraphMl(),
          new DebianPackages(),
          new Kubernetes(),
          KnownTable.SERVICE_NOW,
          KnownTable.SNIPE_IT,
          KnownTable.GLPI,
          new ITop(),
          new Csv(Optional.empty()));

  private Imports() {}

  public static Optional<ImportFormat> format(String id) {
    return FORMATS.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /** Tables of which a person said what the columns mean. */
  public static ImportFormat csv(CsvMapping mapping) {
    return new Csv(Optional.of(mapping));
  }

  /** What a column of a table may mean, in addition to {@code labels.NAME} of systems. */
  public static List<String> fields(EntryKind kind) {
    return CsvField.names(kind);
  }

  /** What the columns of a table seem to mean; empty when it is no table. */
  public static Optional<CsvProposal> propose(EntryKind kind, String fileName, InputStream in)
      throws IOException {
    return propose(kind, fileName, in, Long.MAX_VALUE);
  }

  /**
   * The same, for whoever has room for so many bytes, unpacked.
   *
   * @throws TooLarge when there are more
   */
  public static Optional<CsvProposal> propose(
      EntryKind kind, String fileName, InputStream in, long room) throws IOException {
    try {
      return Optional.of(CsvProposal.of(Unpacking.of(fileName, in, room).getFirst(), kind));
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  /** Which format a file seems to have. Of several in an archive the first counts. */
  public static Optional<ImportFormat> guess(String fileName, InputStream in) throws IOException {
    return guess(fileName, in, Long.MAX_VALUE);
  }

  /**
   * The same, for whoever has room for so many bytes, unpacked.
   *
   * @throws TooLarge when there are more
   */
  public static Optional<ImportFormat> guess(String fileName, InputStream in, long room)
      throws IOException {
    try {
      ImportFile first = Unpacking.of(fileName, in, room).getFirst();
      first.refusePacked();
      return FORMATS.stream().filter(format -> format.looksLike(first)).findFirst();
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }

  /**
   * Why nobody can look into a file: it is packed and damaged, or packed more than once, or grows
   * beyond all measure. Empty when it can be looked into, whatever it holds.
   *
   * @throws TooLarge when there is no room for it
   */
  public static Optional<Rejected> obstacle(String fileName, InputStream in, long room)
      throws IOException {
    try {
      Unpacking.of(fileName, in, room).getFirst().refusePacked();
      return Optional.empty();
    } catch (Unreadable why) {
      return Optional.of(why.rejected());
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
    return read(format, fileName, in, Long.MAX_VALUE);
  }

  /**
   * The same, for whoever has room for so many bytes, unpacked.
   *
   * @throws TooLarge when there are more
   */
  public static Imported read(ImportFormat format, String fileName, InputStream in, long room)
      throws IOException {
    try {
      Imported all = format.readAll(Unpacking.of(fileName, in, room));
      return all.rowsRead() == 0 ? all.withoutRows(fileName) : all;
    } catch (Unreadable why) {
      return Imported.unreadable(why);
    }
  }

  /** What one file says, or why it cannot be read. */
  static Imported one(ImportFile file, Function<ImportFile, Imported> reading) {
    try {
      if (file.bytes().length == 0) {
        throw new Unreadable(file.place(), "It is empty.", "Export it again.");
      }
      file.refusePacked();
      return reading.apply(file);
    } catch (Unreadable why) {
      return Imported.unreadable(why);
    }
  }
}
