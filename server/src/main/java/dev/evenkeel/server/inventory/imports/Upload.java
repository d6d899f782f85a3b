package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.server.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file as it came, on the disk, so that it need not be in memory while it is looked at.
 *
 * @param name without folders
 * @param digest SHA-256, hexadecimal
 */
public record Upload(String name, Path place, String digest) implements AutoCloseable {

  /** Takes a file in to its end. */
  static Upload of(String name, InputStream in, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path place = Files.createTempFile(folder, "import", "");
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(place), digest)) {
      in.transferTo(out);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(place);
      throw e;
    }
    return new Upload(plain(name), place, HexFormat.of().formatHex(digest.digest()));
  }

  InputStream open() throws IOException {
    return Files.newInputStream(place);
  }

  /** Some browsers send the whole path. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String shown = last.replaceAll("\\p{Cntrl}", "").strip();
    return shown.isEmpty() ? "file" : shown.substring(0, Math.min(200, shown.length()));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(place);
  }
}
