package dev.evenkeel.server.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder a server keeps its own files in: its database, its key, the token of the local command
 * line. Nobody but its owner may look into it.
 */
public record DataFolder(Path root) {

  /** Where the folder is when nobody says: as the XDG base directories have it. */
  public static Path usualPlace(Map<String, String> environment, String home) {
    var dataHome = environment.getOrDefault("XDG_DATA_HOME", "");
    return (dataHome.isBlank() ? Path.of(home, ".local", "share") : Path.of(dataHome))
        .resolve("evenkeel");
  }

  /** Makes the folder when it is not there. */
  public static DataFolder in(Path root) {
    var absolute = root.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(absolute)) {
        PrivateFile.makeFolder(absolute);
      }
    } catch (IOException e) {
      throw new StartRefused(
          "The data folder %s cannot be made: %s.".formatted(absolute, e),
          "Make it and give it to the user who starts Evenkeel, or name another one with"
              + " EVENKEEL_DATA.",
          e);
    }
    if (!Files.isWritable(absolute)) {
      throw new StartRefused(
          "The data folder %s cannot be written to by user %s."
              .formatted(absolute, System.getProperty("user.name")),
          "Give it to that user, or name another folder with EVENKEEL_DATA.");
    }
    return new DataFolder(absolute);
  }

  public Path file(String name) {
    return root.resolve(name);
  }

  /** Writes a file only its owner may read. */
  public void write(String name, String text) {
    try {
      PrivateFile.write(file(name), text);
    } catch (IOException e) {
      throw new StartRefused(
          "%s cannot be written: %s.".formatted(file(name), e),
          "Make room on its disk and see that the folder belongs to the user who starts Evenkeel.",
          e);
    }
  }
}
