package dev.evenkeel.server.evidence;

import dev.evenkeel.server.shared.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive with the SHA-256 of each of its files. */
final class Bundle implements AutoCloseable {
  private final ZipOutputStream zip;
  private final Instant at;
  private final SortedMap<String, String> digests = new TreeMap<>();

  Bundle(OutputStream into, Instant at) {
    this.zip = new ZipOutputStream(into, StandardCharsets.UTF_8);
    this.at = at;
  }

  void add(String path, String text) throws IOException {
    add(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void add(String path, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTime(at.toEpochMilli());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
    digests.put(path, HexFormat.of().formatHex(Sha256.of(bytes)));
  }

  /** Of all files so far, as {@code sha256sum} writes and reads it. */
  String manifest() {
    StringBuilder lines = new StringBuilder();
    digests.forEach((path, digest) -> lines.append(digest).append("  ").append(path).append('\n'));
    return lines.toString();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
