package dev.evenkeel.server.execution.action.exec;

import java.io.IOException;
import java.util.Arrays;

/**
 * One of the two streams of a command, in pieces fit to be shown.
 *
 * @param name what people call it: stdout or stderr
 */
record Stream(Printed printed, String name) {
  /** How much of the beginning, and how much of the end, is shown; in bytes. */
  static final int PART = 512 * 1024;

  private static final int LONGEST_WAIT_FOR_END_OF_LINE = 4 * 1024;

  /**
   * @param to where the next piece begins
   */
  record Piece(String text, long to) {}

  /** The next piece from a place on; without text when there is nothing to show now. */
  Piece next(long from, boolean ended) throws IOException {
    long size = printed.size();
    // Less than four bytes may be missing at the end of the first part: half a character.
    if (from < PART - 3) {
      return beginning(from, size, ended);
    }
    return ended && size > from ? end(from, size) : new Piece("", from);
  }

  private Piece beginning(long from, long size, boolean ended) throws IOException {
    byte[] bytes = printed.between(from, Math.min(size, PART));
    boolean full = size > PART;
    int length = full ? Utf8.wholeUpTo(bytes) : ended ? bytes.length : endOfLines(bytes);
    var notice =
        full && !ended
            ? "\n[%s is longer than %d KiB; its last part is shown when the command has ended]\n"
                .formatted(name, PART / 1024)
            : "";
    return new Piece(Printed.text(Arrays.copyOf(bytes, length)) + notice, from + length);
  }

  private Piece end(long from, long size) throws IOException {
    long start = Math.max(from, size - PART);
    byte[] bytes = printed.between(start, size);
    if (start == from) {
      return new Piece(Printed.text(bytes), size);
    }
    int skipped = Utf8.wholeFrom(bytes);
    return new Piece(
        "\n[%d bytes of %s are left out here]\n".formatted(start + skipped - from, name)
            + Printed.text(Arrays.copyOfRange(bytes, skipped, bytes.length)),
        size);
  }

  private static int endOfLines(byte[] bytes) {
    for (int i = bytes.length - 1; i >= 0; i--) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return i + 1;
      }
    }
    return bytes.length < LONGEST_WAIT_FOR_END_OF_LINE ? 0 : Utf8.wholeUpTo(bytes);
  }
}
