package dev.evenkeel.estate.imports;

import dev.evenkeel.runbook.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file whose encoding is not said: by its byte order mark, UTF-16 by its many zero
 * bytes, UTF-8 when it is valid, else Windows-1252, in which spreadsheets write.
 */
final class Decoding {
  static final Charset WINDOWS = Charset.forName("windows-1252");

  private Decoding() {}

  /**
   * @param chosen by a person; a byte order mark counts more
   */
  static String text(ImportFile file, Optional<Charset> chosen) {
    String text = decoded(file, chosen);
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new Unreadable(
          file.line(1 + text.substring(0, nul).lines().count()),
          "It holds a NUL character; it is no text, or in another encoding.",
          "Save it as UTF-8 text.");
    }
    return text;
  }

  /** For formats that are UTF-8 by their definition. */
  static String utf8(ImportFile file) {
    byte[] bytes = file.bytes();
    Charset wide = wide(bytes);
    if (wide != null) {
      return text(file, Optional.empty());
    }
    return switch (Utf8.of(bytes)) {
      case Utf8.Text text -> text(file, Optional.of(StandardCharsets.UTF_8));
      case Utf8.Broken broken ->
          throw new Unreadable(file.line(broken.where().line()), broken.message(), broken.wayOut());
    };
  }

  private static String decoded(ImportFile file, Optional<Charset> chosen) {
    byte[] bytes = file.bytes();
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(file, StandardCharsets.UTF_8).substring(1);
    }
    Charset wide = wide(bytes);
    if (wide != null) {
      String text = strict(file, wide);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    if (chosen.isPresent()) {
      return strict(file, chosen.get());
    }
    return Utf8.of(bytes) instanceof Utf8.Text(String text) ? text : strict(file, WINDOWS);
  }

  private static @Nullable Charset wide(byte[] bytes) {
    if (begins(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    int length = Math.min(bytes.length & ~1, 1000);
    for (int i = 0; i < length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    // Text in a Latin alphabet: every second byte is zero, none of the others.
    if (length >= 8 && even == 0 && odd > length / 4) {
      return StandardCharsets.UTF_16LE;
    }
    return length >= 8 && odd == 0 && even > length / 4 ? StandardCharsets.UTF_16BE : null;
  }

  private static String strict(ImportFile file, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(file.bytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(
          file.place(),
          "It is not %s: some bytes stand for no character in it.".formatted(charset.name()),
          "Save it as UTF-8, or say its encoding.");
    }
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
