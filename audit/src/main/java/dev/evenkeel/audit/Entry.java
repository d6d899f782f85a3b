package dev.evenkeel.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One row of the trail.
 *
 * <p>Its hash is the SHA-256 of these fields in this order, each as the number of its bytes in
 * UTF-8, a colon, the bytes and a comma: the word {@code evenkeel-audit-1}, seq, at, actor kind,
 * actor, what, subject, facts, before. As every field says how long it is, no two rows have the
 * same bytes.
 *
 * @param seq 1 for the first row, then without gaps
 * @param before hash of the row before in hexadecimal digits, of the first row {@link #NOTHING}
 * @param hash in hexadecimal digits
 */
public record Entry(long seq, Deed deed, String before, String hash) {
  /** What stands before the first row. */
  public static final String NOTHING = "0".repeat(64);

  private static final String FORMAT = "evenkeel-audit-1";

  /** The row that follows another, with its hash. */
  public static Entry after(long seq, String hash, Deed deed) {
    return new Entry(seq + 1, deed, hash, hash(seq + 1, deed, hash));
  }

  /** Whether the hash is that of the content. */
  public boolean isSound() {
    return hash(seq, deed, before).equals(hash);
  }

  /** The bytes that are hashed. */
  public static byte[] bytes(long seq, Deed deed, String before) {
    var bytes = new ByteArrayOutputStream(512);
    field(bytes, FORMAT);
    field(bytes, Long.toString(seq));
    field(bytes, deed.moment());
    field(bytes, deed.actorKind());
    field(bytes, deed.actor());
    field(bytes, deed.what());
    field(bytes, deed.subject());
    field(bytes, deed.facts());
    field(bytes, before);
    return bytes.toByteArray();
  }

  private static void field(ByteArrayOutputStream bytes, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes((content.length + ":").getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(content);
    bytes.write(',');
  }

  private static String hash(long seq, Deed deed, String before) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(seq, deed, before)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 must be in every Java", e);
    }
  }
}
