package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.execution.action.Attempt;
import java.io.IOException;
import java.util.Arrays;

/**
 * One of the two streams of a command, in pieces fit to be shown. Each piece is masked alone, so
 * none begins or ends within a secret: whoever takes the output knows them and is asked.
 *
 * @param name what people call it: stdout or stderr
 */
record Stream(Printed printed, String name, Attempt.Output output) {
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
    if (from < PART) {
      var piece = beginning(from, size, ended);
      if (piece.to() > from) {
        return piece;
      }
    }
    return ended && size > from ? end(from, size) : new Piece("", from);
  }

  private Piece beginning(long from, long size, boolean ended) throws IOException {
    byte[] bytes = printed.between(from, Math.min(size, PART));
    boolean full = size > PART;
    if (ended && !full) {
      return new Piece(Printed.text(bytes), from + bytes.length);
    }
    int length =
        whole(Arrays.copyOf(bytes, full ? WholeCharacters.wholeUpTo(bytes) : endOfLines(bytes)));
    var notice =
        full && !ended
            ? "\n[%s is longer than %d KiB; its last part is shown when the command has ended]\n"
                .formatted(name, PART / 1024)
            : "";
    return new Piece(Printed.text(Arrays.copyOf(bytes, length)) + notice, from + length);
  }

  /** How many of the bytes can be shown although what follows is not. */
  private int whole(byte[] bytes) {
    var text = Printed.text(bytes);
    int characters = output.wholeUpTo(text);
    return characters == text.length() ? bytes.length : WholeCharacters.bytesOf(bytes, characters);
  }

  private Piece end(long from, long size) throws IOException {
    if (size <= 2 * PART) {
      return new Piece(Printed.text(printed.between(from, size)), size);
    }
    long start = size - PART;
    // A secret may begin before it; what came long before concerns none.
    long early = Math.max(from, start - PART);
    byte[] bytes = printed.between(early, size);
    int first = beginOfLine(bytes, Math.toIntExact(start - early));
    var before = Printed.text(Arrays.copyOf(bytes, first));
    var text = before + Printed.text(Arrays.copyOfRange(bytes, first, bytes.length));
    var shown = text.substring(output.wholeFrom(text, before.length()));
    return new Piece(
        "\n[%d bytes of %s are left out here]\n"
                .formatted(size - from - WholeCharacters.length(shown), name)
            + shown,
        size);
  }

  private static int endOfLines(byte[] bytes) {
    for (int i = bytes.length - 1; i >= 0; i--) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        return i + 1;
      }
    }
    return bytes.length < LONGEST_WAIT_FOR_END_OF_LINE ? 0 : WholeCharacters.wholeUpTo(bytes);
  }

  /** There, or behind the rest of a line or of a character that stands there. */
  private static int beginOfLine(byte[] bytes, int place) {
    int last = Math.min(bytes.length, place + LONGEST_WAIT_FOR_END_OF_LINE);
    for (int i = place; i < last; i++) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
    }
    return place + WholeCharacters.wholeFrom(Arrays.copyOfRange(bytes, place, bytes.length));
  }
}
