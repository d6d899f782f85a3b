package dev.evenkeel.estate.imports;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files in a file: itself, what a {@code .gz} holds, or all of a {@code .zip}. Told by the
 * first bytes, not by the name. What is packed more than once is not opened further.
 */
final class Unpacking {
  /** Most bytes, packed and unpacked, of all files together. */
  static final int MOST_BYTES = 128 << 20;

  static final int MOST_FILES = 2_000;

  /** Texts shrink to a tenth, tables with much repetition to a fiftieth. */
  static final int MOST_RATIO = 250;

  /** So little may have any ratio. */
  private static final int SMALL = 4 << 20;

  private final Place place;
  private final long packed;
  private final int most;
  private long unpacked;

  private Unpacking(Place place, long packed, int most) {
    this.place = place;
    this.most = most;
    this.packed = packed;
  }

  /**
   * In the order of their names.
   *
   * @param room most bytes, packed and unpacked, that the reader has room for
   * @throws TooLarge when there are more, but not more than is ever taken
   */
  static List<ImportFile> of(String name, InputStream in, long room) throws IOException {
    Place place = new Place(name, "");
    int most = (int) Math.min(MOST_BYTES, room);
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw tooLarge(place, most);
    }
    Unpacking unpacking = new Unpacking(place, bytes.length, most);
    try {
      if (isGzip(bytes)) {
        return List.of(unpacking.gzip(name, bytes));
      }
      if (isZip(bytes)) {
        return unpacking.zip(bytes);
      }
    } catch (EOFException | ZipException e) {
      throw new Unreadable(
          place,
          "The packed file is damaged or cut off: %s.".formatted(e.getMessage()),
          "Copy it again, and check that it can be unpacked.");
    }
    return List.of(new ImportFile(plain(name), bytes));
  }

  private ImportFile gzip(String name, byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new ImportFile(plain(name).replaceFirst("(?i)\\.gz$", ""), all(in));
    }
  }

  private List<ImportFile> zip(byte[] bytes) throws IOException {
    if (!endsAsZip(bytes)) {
      // Reading from the front would not notice, and take the files that are still there.
      throw new EOFException("its list of files is missing");
    }
    List<ImportFile> files = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isDirectory() || isClutter(entry.getName())) {
          continue;
        }
        if (files.size() == MOST_FILES) {
          throw new Unreadable(
              place,
              "There are more than %,d files in it.".formatted(MOST_FILES),
              "Import them in several parts.");
        }
        files.add(new ImportFile(entry.getName(), all(in)));
      }
    } catch (IllegalArgumentException e) {
      throw new ZipException("a name in it is no text");
    }
    if (files.isEmpty()) {
      throw new Unreadable(place, "There is no file in it.", "Choose the file that was meant.");
    }
    files.sort(Comparator.comparing(ImportFile::name));
    return files;
  }

  private byte[] all(InputStream in) throws IOException {
    long room = most - unpacked;
    long allowed = Math.min(room, Math.max(SMALL, packed * MOST_RATIO) - unpacked);
    byte[] bytes = in.readNBytes((int) Math.max(0, allowed) + 1);
    if (bytes.length > allowed) {
      throw allowed == room
          ? tooLarge(place, most)
          : new Unreadable(
              place,
              "Unpacked it grows to more than %d times its size; no file of this kind does that."
                  .formatted(MOST_RATIO),
              "If the file can be trusted, unpack it and import what it holds.");
    }
    unpacked += bytes.length;
    return bytes;
  }

  private static RuntimeException tooLarge(Place place, int most) {
    if (most < MOST_BYTES) {
      return new TooLarge(place.file(), most);
    }
    return new Unreadable(
        place,
        "It is larger than %d MiB, unpacked.".formatted(MOST_BYTES >> 20),
        "Import it in several parts.");
  }

  static boolean isPacked(byte[] bytes) {
    return isGzip(bytes) || isZip(bytes);
  }

  private static boolean isGzip(byte[] bytes) {
    return begins(bytes, 0x1F, 0x8B);
  }

  private static boolean isZip(byte[] bytes) {
    return begins(bytes, 'P', 'K', 3, 4) || begins(bytes, 'P', 'K', 5, 6);
  }

  private static boolean begins(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the record is there with which an archive ends, but for a comment. */
  private static boolean endsAsZip(byte[] bytes) {
    for (int i = bytes.length - 22; i >= Math.max(0, bytes.length - 22 - 0xFFFF); i--) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static boolean isClutter(String path) {
    return path.startsWith("__MACOSX/") || plain(path).startsWith(".");
  }

  private static String plain(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
