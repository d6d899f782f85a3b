package dev.evenkeel.runbook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text of a file: UTF-8, or the first byte that is not. */
public sealed interface Utf8 {

  /** All of it is UTF-8. */
  record Text(String text) implements Utf8 {}

  /**
   * Not UTF-8.
   *
   * @param where place of the byte; the column counts characters
   * @param value of the byte
   */
  record Broken(Where where, byte value) implements Utf8 {

    public String message() {
      return "The file is not UTF-8: the byte 0x%s does not belong there."
          .formatted(HexFormat.of().withUpperCase().toHexDigits(value));
    }

    public String wayOut() {
      return "Save it as UTF-8.";
    }

    public Finding finding(String file) {
      return new Finding(
          Finding.Severity.ERROR, Rule.BAD_CHARACTER.id(), file, where, message(), wayOut());
    }
  }

  static Utf8 of(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var result = decoder.decode(in, out, true);
    out.flip();
    if (!result.isError()) {
      return new Text(out.toString());
    }
    return new Broken(after(out), bytes[in.position()]);
  }

  private static Where after(CharSequence good) {
    int line = 1;
    int column = 1;
    var characters = good.codePoints().iterator();
    while (characters.hasNext()) {
      column++;
      if (characters.nextInt() == '\n') {
        line++;
        column = 1;
      }
    }
    return new Where(line, column);
  }
}
