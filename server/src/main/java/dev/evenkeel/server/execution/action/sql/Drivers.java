package dev.evenkeel.server.execution.action.sql;

import dev.evenkeel.server.shared.DataFolder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * JDBC drivers: the one for PostgreSQL comes along, any other is found in the folder {@code
 * drivers} of the data folder. A driver put there is found without a restart.
 */
@Component
class Drivers {
  private final Path folder;
  private final ClassLoader ours;
  private List<Path> loadedFrom = List.of();
  private List<Driver> loaded = List.of();

  @Autowired
  Drivers(DataFolder data) {
    this(data.file("drivers"), Drivers.class.getClassLoader());
  }

  Drivers(Path folder, ClassLoader ours) {
    this.folder = folder;
    this.ours = ours;
  }

  Path folder() {
    return folder;
  }

  /** The driver that speaks to such an address; empty when there is none. */
  synchronized Optional<Driver> of(String url) throws SQLException {
    var own = accepting(url, drivers(ours));
    return own.isPresent() ? own : accepting(url, brought());
  }

  private List<Driver> brought() throws SQLException {
    try {
      var jars = jars();
      if (!jars.equals(loadedFrom)) {
        var urls = new ArrayList<URL>();
        for (var jar : jars) {
          urls.add(jar.toUri().toURL());
        }
        // Stays open for as long as the server runs: its drivers are in use.
        loaded =
            drivers(
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
        loadedFrom = jars;
      }
      return loaded;
    } catch (IOException e) {
      throw new SQLException("the folder %s cannot be read: %s".formatted(folder, e), e);
    }
  }

  private List<Path> jars() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static List<Driver> drivers(ClassLoader loader) {
    return ServiceLoader.load(Driver.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static Optional<Driver> accepting(String url, List<Driver> drivers) throws SQLException {
    for (var driver : drivers) {
      if (driver.acceptsURL(url)) {
        return Optional.of(driver);
      }
    }
    return Optional.empty();
  }
}
