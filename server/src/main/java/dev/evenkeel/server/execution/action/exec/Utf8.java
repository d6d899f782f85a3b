package dev.evenkeel.server.execution.action.exec;

/** Where bytes may be cut without cutting a character in two. */
final class Utf8 {
  private static final int LONGEST = 4;

  private Utf8() {}

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

  private static boolean continues(byte b) {
    return (b & 0xC0) == 0x80;
  }

  private static int length(byte lead) {
    int bits = lead & 0xFF;
    return bits >= 0xF0 ? 4 : bits >= 0xE0 ? 3 : bits >= 0xC0 ? 2 : 1;
  }
}
