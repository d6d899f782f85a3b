package dev.evenkeel.cli.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads so many bytes and no more. */
final class Bounded extends FilterInputStream {
  private final long most;
  private long read;

  Bounded(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int many = super.read(into, offset, length);
    count(Math.max(0, many));
    return many;
  }

  private void count(int many) throws IOException {
    read += many;
    if (read > most) {
      throw new IOException("it holds more than %,d bytes".formatted(most));
    }
  }
}
