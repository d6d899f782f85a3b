package dev.evenkeel.cli.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file that is read, packed with gzip or not. */
public final class Opened {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private Opened() {}

  /**
   * @param most bytes that are read of it; a small file can be packed that grows without end
   */
  public static InputStream at(Path file, long most) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean isPacked = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
    in.reset();
    return new Bounded(isPacked ? new GZIPInputStream(in, 1 << 16) : in, most);
  }
}
