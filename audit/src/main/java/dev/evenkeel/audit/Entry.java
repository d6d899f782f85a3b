package dev.evenkeel.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One row of the trail.
 *
 * <p>Its content is these fields in this order, each as the number of its bytes in UTF-8, a colon,
 * the bytes and a comma: the word {@code evenkeel-audit-1}, seq, at, actor kind, actor, what,
 * subject, facts. As every field says how long it is, no two rows have the same content. The hash
 * of the row is the SHA-256 of 128 characters: the hexadecimal digits of the hash before it and
 * those of the SHA-256 of its content. So a part of a chain can be followed also by whoever may not
 * see what stands in its rows.
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

  /** What is hashed of it. */
  public byte[] content() {
    return content(seq, deed);
  }

  /** SHA-256 of its content, in hexadecimal digits. */
  public String digest() {
    return sha256(content());
  }

  private static byte[] content(long seq, Deed deed) {
    var bytes = new ByteArrayOutputStream(512);
    field(bytes, FORMAT);
    field(bytes, Long.toString(seq));
    field(bytes, deed.moment());
    field(bytes, deed.actorKind());
    field(bytes, deed.actor());
    field(bytes, deed.what());
    field(bytes, deed.subject());
    field(bytes, deed.facts());
    return bytes.toByteArray();
  }

  private static String hash(long seq, Deed deed, String before) {
    return sha256((before + sha256(content(seq, deed))).getBytes(StandardCharsets.US_ASCII));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 must be in every Java", e);
    }
  }

  private static void field(ByteArrayOutputStream bytes, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes((content.length + ":").getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(content);
    bytes.write(',');
  }
}
