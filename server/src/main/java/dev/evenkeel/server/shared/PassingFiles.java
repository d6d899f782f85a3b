package dev.evenkeel.server.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * Files that are needed for a moment only, in the data folder: there is room there, and nobody else
 * may read them. What a server that died has left is cleared away at the next start.
 */
@Component
public class PassingFiles {
  private final Path folder;

  PassingFiles(DataFolder data) {
    this.folder = data.file("passing");
    try {
      if (Files.isDirectory(folder)) {
        clear();
      } else {
        PrivateFile.makeFolder(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clear() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** An empty file, which goes when it is closed. */
  public PassingFile make(String name) throws IOException {
    return new PassingFile(Files.createTempFile(folder, name, ""));
  }

  /** A file that goes when it is closed. */
  public record PassingFile(Path place) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(place);
    }
  }
}
