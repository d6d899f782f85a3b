package dev.evenkeel.server.health.source;

import dev.evenkeel.server.health.store.TailStore.Mark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What was added to a file.
 *
 * <ol>
 *   <li>The first time, its last {@value #HISTORY} bytes: the past of the old version.
 *   <li>From then on what comes after the mark, whole lines only.
 *   <li>A file that is another one now, or shorter, was rotated: it is read from its beginning.
 *   <li>Of more than {@value #MOST} bytes at once only the newest are read.
 * </ol>
 */
final class LogFile {
  static final int HISTORY = 1 << 20;
  private static final int MOST = 4 << 20;
  private static final int LONGEST_LINE = 1 << 16;

  /**
   * @param mark where to go on
   */
  record Added(List<String> lines, Mark mark) {}

  private LogFile() {}

  static Added since(Optional<Mark> mark, Path path) throws IOException {
    var attributes = attributes(path);
    if (!attributes.isRegularFile()) {
      throw new IOException("%s is no plain file".formatted(path));
    }
    var file = String.valueOf(attributes.fileKey());
    long size = attributes.size();
    long from = begin(mark, file, size);
    long start = Math.max(from, size - MOST);
    var bytes = read(path, start, (int) (size - start));
    boolean inMiddle = start > from || (mark.isEmpty() && start > 0);
    int first = inMiddle ? end(bytes, 0) : 0;
    int last = lastEnd(bytes);
    if (last < first) {
      boolean endless = bytes.length > LONGEST_LINE;
      return new Added(List.of(), new Mark(file, start + (endless ? bytes.length : 0)));
    }
    var text = new String(bytes, first, last - first, StandardCharsets.UTF_8);
    return new Added(text.lines().toList(), new Mark(file, start + last));
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file %s".formatted(path), e);
    }
  }

  private static long begin(Optional<Mark> mark, String file, long size) {
    if (mark.isEmpty()) {
      return Math.max(0, size - HISTORY);
    }
    return mark.filter(m -> m.file().equals(file) && m.position() <= size)
        .map(Mark::position)
        .orElse(0L);
  }

  private static byte[] read(Path path, long from, int count) throws IOException {
    var buffer = ByteBuffer.allocate(count);
    try (var channel = FileChannel.open(path)) {
      channel.position(from);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // goes on until all is there, or the file has become shorter
      }
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** Right after the first line break from here on; the length when there is none. */
  private static int end(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return Math.min(bytes.length, i + 1);
  }

  /** Right after the last line break; 0 when there is none. */
  private static int lastEnd(byte[] bytes) {
    int i = bytes.length;
    while (i > 0 && bytes[i - 1] != '\n') {
      i--;
    }
    return i;
  }
}
