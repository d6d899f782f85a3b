package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.lifecycle.LifecycleFeed;
import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.estate.lifecycle.UnreadableFeed;
import dev.evenkeel.server.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Lifecycle data as it comes, packed with gzip or not, and as it is kept, packed. */
final class FeedText {
  private static final int GZIP_MAGIC = 0x1f8b;

  private FeedText() {}

  /**
   * @throws Refused when it cannot be read
   */
  static LifecycleFeed read(byte[] body, Optional<String> product) {
    try (InputStream text = unpacked(body)) {
      return LifecycleReader.read(text, product);
    } catch (UnreadableFeed | IOException why) {
      throw new Refused(
          Refused.Kind.INVALID,
          "This is no lifecycle data of endoflife.date (API v0 or v1): %s. Nothing was changed."
              .formatted(why.getMessage()));
    }
  }

  private static InputStream unpacked(byte[] body) throws IOException {
    boolean packed = body.length > 2 && ((body[0] & 0xff) << 8 | body[1] & 0xff) == GZIP_MAGIC;
    return packed
        ? new GZIPInputStream(new ByteArrayInputStream(body))
        : new ByteArrayInputStream(body);
  }

  static byte[] packed(byte[] body) {
    var packed = new ByteArrayOutputStream();
    try (var in = unpacked(body);
        var out = new GZIPOutputStream(packed)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
