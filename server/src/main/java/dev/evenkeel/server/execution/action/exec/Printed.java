package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.execution.action.TextOutputs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a command has printed into a file, which may still grow. */
record Printed(Path file) {
  /** Enough to hold any value that is handed to later steps: four bytes a character. */
  static final int LONGEST_VALUE = 4 * TextOutputs.LONGEST + 4;

  long size() throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** Bytes from one place up to another, or as many as there are. */
  byte[] between(long from, long to) throws IOException {
    if (to <= from) {
      return new byte[0];
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var buffer = ByteBuffer.allocate(Math.toIntExact(to - from));
      while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
        // until full or at the end of the file
      }
      var bytes = new byte[buffer.position()];
      buffer.flip().get(bytes);
      return bytes;
    }
  }

  /** The text at its beginning, at most so many bytes of it. */
  String beginning(int bytes) throws IOException {
    return text(between(0, Math.min(size(), bytes)));
  }

  /** The last line that says something, in short; empty when there is none. */
  String lastLine() throws IOException {
    long size = size();
    var lines =
        text(between(Math.max(0, size - 4096), size)).lines().filter(line -> !line.isBlank());
    var last = lines.reduce("", (one, next) -> next).strip();
    return last.length() <= 300 ? last : "…" + last.substring(last.length() - 299);
  }

  /**
   * As text; what is no UTF-8, and NUL, which databases refuse, becomes a replacement character.
   */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
  }
}
