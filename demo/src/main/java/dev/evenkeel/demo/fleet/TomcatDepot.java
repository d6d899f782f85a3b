package dev.evenkeel.demo.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tomcat versions, unpacked. What is not there yet is fetched once, with Maven. */
public final class TomcatDepot {

  private final Path folder;
  private final Optional<Maven> maven;

  /**
   * @param folder where unpacked versions are kept from one time to the next
   * @param maven needed only for what is not there yet
   */
  public TomcatDepot(Path folder, Optional<Maven> maven) {
    this.folder = folder.toAbsolutePath();
    this.maven = maven;
  }

  /**
   * The depot of this user, which every demo shares; fetches with the Maven on the PATH.
   *
   * @param environment {@code EVENKEEL_CACHE} names another folder for what can be fetched again
   */
  public static TomcatDepot ofUser(Map<String, String> environment) {
    var maven = Maven.onPath(environment.getOrDefault("PATH", ""));
    return new TomcatDepot(cache(environment).resolve("tomcat"), maven);
  }

  private static Path cache(Map<String, String> environment) {
    String own = environment.getOrDefault("EVENKEEL_CACHE", "");
    if (!own.isBlank()) {
      return Path.of(own);
    }
    String users = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path all =
        users.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(users);
    return all.resolve("evenkeel");
  }

  /**
   * The CATALINA_HOME of a version.
   *
   * @param tell gets lines about a fetch, for people
   * @throws FetchFailed when it is not there and cannot be fetched
   */
  public Path tomcat(String version, Consumer<String> tell)
      throws IOException, InterruptedException {
    Path home = folder.resolve(version);
    if (Files.isDirectory(home)) {
      return home;
    }
    var mvn =
        maven.orElseThrow(() ->
            new FetchFailed(
                """
                Tomcat %s is not in %s yet, and there is no 'mvn' on the PATH to fetch it with.
                Install Maven 3.8 or newer and start the demo again.\
                """
                    .formatted(version, folder)));
    tell.accept("Fetching Tomcat %s with Maven (12 MB, once)".formatted(version));
    Files.createDirectories(folder);
    // Unpacked aside and moved, so that a fetch cut short never looks like a complete one.
    Path aside = Files.createTempDirectory(folder, ".fetch-");
    try {
      mvn.unpack("org.apache.tomcat:tomcat:%s:tar.gz".formatted(version), aside, tell);
      Path unpacked = aside.resolve("apache-tomcat-" + version);
      if (!Files.isDirectory(home)) {
        Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      Folders.delete(aside);
    }
    return home;
  }
}
