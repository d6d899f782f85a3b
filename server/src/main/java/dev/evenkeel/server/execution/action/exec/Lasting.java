package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.shared.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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
    forceFolder(above);
  }

  static void write(Path file, String text) throws IOException {
    PrivateFile.write(file, text);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    // A file that is on the disk is lost without its name.
    forceFolder(file.resolveSibling("."));
  }

  /**
   * Some file systems, of networks mostly, refuse this for folders and keep names safe in their own
   * way, or not at all; nothing more can be done there. What is in files is never let off so.
   */
  static void forceFolder(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      try {
        channel.force(true);
      } catch (IOException refused) {
        // as databases do
      }
    }
  }
}
