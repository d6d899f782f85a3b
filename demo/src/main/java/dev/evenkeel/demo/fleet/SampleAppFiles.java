package dev.evenkeel.demo.fleet;

import dev.evenkeel.demo.app.SampleApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Lays out the sample application as a web application, from the classes of this very program. */
final class SampleAppFiles {

  private static final String PACKAGE = SampleApp.class.getPackageName().replace('.', '/');

  private static final String WEB_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
        <absolute-ordering/>
        <servlet>
          <servlet-name>sample</servlet-name>
          <servlet-class>%s</servlet-class>
          <load-on-startup>1</load-on-startup>
        </servlet>
        <servlet-mapping>
          <servlet-name>sample</servlet-name>
          <url-pattern>/</url-pattern>
        </servlet-mapping>
      </web-app>
      """
          .formatted(SampleApp.class.getName());

  private SampleAppFiles() {}

  /**
   * @param root the folder to become the web application, usually {@code webapps/ROOT}
   */
  static void write(Path root, Release release) throws IOException {
    Path inside = Files.createDirectories(root.resolve("WEB-INF"));
    Files.writeString(inside.resolve("web.xml"), WEB_XML);
    Files.writeString(
        inside.resolve("release.properties"),
        "release=%s\nfault=%s\n".formatted(release.name(), release.fault().word()));
    copyClasses(inside.resolve("classes"));
  }

  private static void copyClasses(Path classes) throws IOException {
    Path source = ownClasses();
    if (Files.isDirectory(source)) {
      copy(source.resolve(PACKAGE), classes.resolve(PACKAGE));
      return;
    }
    try (var jar = FileSystems.newFileSystem(source)) {
      copy(jar.getPath(PACKAGE), classes.resolve(PACKAGE));
    }
  }

  private static Path ownClasses() {
    try {
      return Path.of(SampleApp.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program's own classes cannot be located", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      files.forEach(file -> {
        try {
          Files.copy(
              file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }
}
