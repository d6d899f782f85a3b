package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.shared.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files and folders that are there still when the machine loses its power a moment later. */
final class Lasting {
  private Lasting() {}

  /** Makes a folder and those above it that are not there, each for its owner alone. */
  static void makeFolder(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (Files.isDirectory(folder) || above == null) {
      return;
    }
    makeFolder(above);
    try {
      PrivateFile.makeFolder(folder);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // by another attempt
    }
    force(above, StandardOpenOption.READ);
  }

  static void write(Path file, String text) throws IOException {
    PrivateFile.write(file, text);
    force(file, StandardOpenOption.WRITE);
    // A file that is on the disk is lost without its name.
    force(file.resolveSibling("."), StandardOpenOption.READ);
  }

  private static void force(Path path, OpenOption way) throws IOException {
    try (var channel = FileChannel.open(path, way)) {
      channel.force(true);
    }
  }
}
