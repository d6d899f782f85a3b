package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives Tomcat a folder of ours for what it writes, such as uploads while they come in. Left alone
 * it makes new ones among the system's temporary files, and a server that is killed leaves them.
 */
@Component
class TomcatFolder implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final DataFolder folder;

  TomcatFolder(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    tomcat.setBaseDirectory(made(folder.file("tomcat")).toFile());
    // Nothing is ever served from it; it has to be there.
    tomcat.setDocumentRoot(made(folder.file("tomcat/empty")).toFile());
  }

  private static Path made(Path place) {
    try {
      return Files.createDirectories(place);
    } catch (IOException e) {
      throw new StartRefused(
          "The folder %s cannot be made: %s.".formatted(place, e),
          "See that the data folder belongs to the user who starts Evenkeel, and that its disk has"
              + " room.",
          e);
    }
  }
}
