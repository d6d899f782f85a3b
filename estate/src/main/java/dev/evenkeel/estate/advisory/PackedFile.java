package dev.evenkeel.estate.advisory;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The texts of a file: itself, or what is packed in it; never more than a file of its size has. */
final class PackedFile {
  /** Most bytes of all files together, unpacked; all of OSV's npm records have about 600 MiB. */
  static final long MOST_BYTES = 2L << 30;

  /** JSON shrinks to a tenth, lists with much repetition to a fiftieth. */
  private static final int MOST_RATIO = 250;

  /** So little may have any ratio. */
  private static final long SMALL = 8L << 20;

  /** Takes the texts, one after the other. */
  interface Texts {
    /** The only one. */
    void text(String name, InputStream in) throws IOException, UnreadableFile;

    /** One of an archive. */
    void entry(String name, InputStream in) throws IOException, UnreadableFile;

    /** Whether there was nothing in those before. */
    boolean isEmpty();
  }

  private final long packed;
  private final Texts texts;
  private long unpacked;

  /**
   * @param packed its size as it is, packed or not
   */
  PackedFile(long packed, Texts texts) {
    this.packed = packed;
    this.texts = texts;
  }

  /**
   * @param in is not closed
   */
  void read(String name, BufferedInputStream in) throws IOException, UnreadableFile {
    in.mark(4);
    byte[] head = in.readNBytes(4);
    in.reset();
    if (begins(head, 0x1F, 0x8B)) {
      texts.text(name.replaceFirst("(?i)\\.gz$", ""), counted(name, new GZIPInputStream(in)));
    } else if (begins(head, 'P', 'K', 3, 4)) {
      zip(name, in);
    } else {
      texts.text(name, counted(name, in));
    }
  }

  private void zip(String name, InputStream in) throws IOException, UnreadableFile {
    try (ZipInputStream zip = new ZipInputStream(new Unclosed(in))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String plain = entry.getName().replaceFirst(".*[/\\\\]", "");
        if (!entry.isDirectory() && !plain.startsWith(".")) {
          texts.entry(plain, counted(name, zip));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ZipException("a name in it is no text");
    }
    if (texts.isEmpty()) {
      throw new ZipException("no file is found in it");
    }
  }

  static boolean begins(byte[] bytes, int... with) {
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

  private InputStream counted(String name, InputStream in) {
    return new Counted(in, name);
  }

  /** It grows to more than is taken. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final String why;

    TooLarge(String why) {
      super(why);
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  /** Is not closed with the stream that reads it. */
  static class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  /** Counts what is unpacked, over all files. */
  private final class Counted extends Unclosed {
    private final String name;

    Counted(InputStream in, String name) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) throws TooLarge {
      unpacked += bytes;
      if (unpacked > MOST_BYTES) {
        throw new TooLarge(
            "%s: It is larger than %d MiB, unpacked. Import it in several parts."
                .formatted(name, MOST_BYTES >> 20));
      }
      if (unpacked > Math.max(SMALL, packed * MOST_RATIO)) {
        throw new TooLarge(
            "%s: Unpacked it grows to more than %d times its size; no file of this kind does that. If it can be trusted, unpack it and import what it holds."
                .formatted(name, MOST_RATIO));
      }
    }
  }
}
