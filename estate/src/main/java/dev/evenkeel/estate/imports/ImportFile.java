package dev.evenkeel.estate.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One file, unpacked and in memory.
 *
 * @param name with folders when it was in an archive
 */
public record ImportFile(String name, byte[] bytes) {
  private static final int HEAD = 8192;

  /**
   * @throws Unreadable when it is packed still
   */
  void refusePacked() {
    if (Unpacking.isPacked(bytes)) {
      throw new Unreadable(
          place(),
          "It is packed, and came in a packed file; only one is opened.",
          "Unpack the outer one and import what it holds.");
    }
  }

  Place place() {
    return new Place(name, "");
  }

  Place line(long line) {
    return Place.line(name, line);
  }

  /** Whether the name ends so, such as {@code .json}. */
  boolean isNamed(String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** The name without folders and ending. */
  String stem() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  /** Its beginning, to tell by it what the file is; letters outside of ASCII may be wrong. */
  String head() {
    int length = Math.min(HEAD, bytes.length);
    boolean wide =
        length > 3 && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == -1 && bytes[1] == -2);
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    return (wide ? text.replace("\0", "") : text)
        .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "");
  }
}
