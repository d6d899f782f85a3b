package dev.evenkeel.server.execution.action.exec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Where bytes may be cut without cutting a character in two. */
final class WholeCharacters {
  private static final int LONGEST = 4;

  private WholeCharacters() {}

  /** How many of the bytes to take so that the last character is whole. */
  static int wholeUpTo(byte[] bytes) {
    int start = bytes.length - 1;
    while (start > bytes.length - LONGEST && start > 0 && continues(bytes[start])) {
      start--;
    }
    return start >= 0 && start + length(bytes[start]) > bytes.length ? start : bytes.length;
  }

  /** How many of the bytes to leave out so that the first character is whole. */
  static int wholeFrom(byte[] bytes) {
    int start = 0;
    while (start < LONGEST - 1 && start < bytes.length && continues(bytes[start])) {
      start++;
    }
    return start;
  }

  /** How many of the bytes make so many characters, or one less when a pair would be parted. */
  static int bytesOf(byte[] bytes, int characters) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    var read = ByteBuffer.wrap(bytes);
    decoder.decode(read, CharBuffer.allocate(characters), true);
    return read.position();
  }

  /** How many bytes a text takes. */
  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean continues(byte b) {
    return (b & 0xC0) == 0x80;
  }

  private static int length(byte lead) {
    int bits = lead & 0xFF;
    return bits >= 0xF0 ? 4 : bits >= 0xE0 ? 3 : bits >= 0xC0 ? 2 : 1;
  }
}
