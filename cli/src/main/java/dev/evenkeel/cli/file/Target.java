package dev.evenkeel.cli.file;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written whole or not at all. That it can be written is seen before the work. */
public record Target(Path file) {

  public static Target at(String name) {
    try {
      Path file = Path.of(name).toAbsolutePath();
      Path folder = file.getParent();
      if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
        throw cannot(name, "it is a folder, or its folder is not there or not yours to write in");
      }
      return new Target(file);
    } catch (InvalidPathException e) {
      throw cannot(name, "it is no path");
    }
  }

  public void write(String text) {
    try {
      Path beside = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
      try {
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw cannot(file.toString(), String.valueOf(e.getMessage()));
    }
  }

  private static Trouble cannot(String name, String why) {
    return new Trouble(
        ExitCode.REFUSED, "%s cannot be written: %s. Name another file.".formatted(name, why));
  }
}
