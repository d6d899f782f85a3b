package dev.evenkeel.estate.imports;

import java.util.List;

/** One kind of files that things are brought from. Says in its Javadoc what a row is. */
public interface ImportFormat {

  /** Stands in addresses and documents and never changes. */
  String id();

  /** For people. */
  String title();

  /** Whether a file seems to be of this kind, by its beginning. At most one format says so. */
  boolean looksLike(ImportFile file);

  /**
   * Reads one file.
   *
   * @throws RuntimeException an {@code Unreadable} when nothing of it may be used; {@link Imports}
   *     makes a report of it
   */
  Imported read(ImportFile file);

  /**
   * Reads the files of an archive. One that cannot be read is rejected as a whole, the others are
   * taken.
   */
  default Imported readAll(List<ImportFile> files) {
    Taking all = new Taking();
    files.forEach(file -> all.add(Imports.one(file, this::read)));
    return all.all();
  }
}
