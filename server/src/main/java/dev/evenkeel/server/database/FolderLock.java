package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data folder for one server. The operating system lets go of it when the process ends,
 * however it ends.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(DataFolder folder) {
    var file = folder.file("lock");
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw inUse(folder, file);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new StartRefused(
          "The data folder %s cannot be locked: %s.".formatted(folder.root(), e),
          "See that %s may be written by the user who starts Evenkeel, and that its file system"
                  .formatted(file)
              + " knows locks.",
          e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held inside this very process
    }
  }

  private static StartRefused inUse(DataFolder folder, Path file) {
    return new StartRefused(
        "Another Evenkeel%s already uses the data folder %s."
            .formatted(holder(file), folder.root()),
        "Stop that one, or give this one a folder of its own with EVENKEEL_DATA. Servers that"
            + " should work together share a database by EVENKEEL_DB_URL, never a data folder.");
  }

  private static String holder(Path file) {
    try {
      var pid = Files.readString(file).strip();
      return pid.isEmpty() ? "" : " (process " + pid + ")";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
