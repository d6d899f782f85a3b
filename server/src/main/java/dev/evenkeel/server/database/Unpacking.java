package dev.evenkeel.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacks a tar archive compressed with xz. The system's own tar does it in half the time; small
 * systems have tar but no xz, so that Java must be able to do it too.
 */
final class Unpacking {
  private Unpacking() {}

  static void unpack(InputStream packed, Path into) throws IOException {
    var copy = into.resolveSibling(into.getFileName() + ".txz");
    try {
      Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
      if (!SystemProgram.runs("tar", "-xJf", copy.toString(), "-C", into.toString())) {
        unpackInJava(copy, into);
      }
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  static void unpackInJava(Path archive, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(Files.newInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(entry, tar, into);
      }
    }
  }

  private static void place(TarArchiveEntry entry, TarArchiveInputStream tar, Path into)
      throws IOException {
    var target = entry.resolveIn(into); // refuses names that lead out of the folder
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, into.resolve(entry.getLinkName()));
    } else {
      Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
      target.toFile().setExecutable((entry.getMode() & 0111) != 0, false);
    }
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
