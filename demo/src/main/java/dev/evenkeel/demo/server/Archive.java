package dev.evenkeel.demo.server;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * The unpacked archive this program is part of.
 *
 * @param program {@code bin/evenkeel}
 */
public record Archive(Path program) {

  /**
   * Looks next to the folder that holds this program's own jar.
   *
   * @throws IllegalStateException when there is none, as with classes run from an editor
   */
  public static Archive ofThisProgram() {
    CodeSource source = Archive.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = Path.of(source.getLocation().toURI());
      Path program = jar.resolveSibling("../bin/evenkeel").normalize();
      if (Files.isExecutable(program)) {
        return new Archive(program);
      }
      throw new IllegalStateException(
          "%s is not there. Start the demo as 'evenkeel demo' from the archive or the clone."
              .formatted(program));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program's own jar cannot be located", e);
    }
  }
}
