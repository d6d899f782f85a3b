package dev.evenkeel.demo.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files of a fleet; {@link Fleet} draws them. */
record FleetFolder(Path home) {

  private static final String RUNNABLE = "rwxr-xr-x";

  Path ctl() {
    return home.resolve("ctl");
  }

  void layOut() throws IOException {
    Files.createDirectories(home.resolve("nodes"));
    Files.createDirectories(home.resolve("releases"));
    // The JVM that runs this program runs the fleet: no other needs to be there.
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(home.resolve("fleet.env"), "JAVA='%s'\n".formatted(java));
    copyResource("ctl", ctl());
    Files.setPosixFilePermissions(ctl(), PosixFilePermissions.fromString(RUNNABLE));
  }

  Node node(String name, int port) throws IOException {
    Path base = home.resolve("nodes").resolve(name);
    for (String folder : List.of("conf", "temp", "work", "logs")) {
      Files.createDirectories(base.resolve(folder));
    }
    copyResource("server.xml", base.resolve("conf/server.xml"));
    copyResource("logging.properties", base.resolve("conf/logging.properties"));
    Files.writeString(base.resolve("port"), port + "\n");
    return new Node(name, port, base);
  }

  List<Node> nodes() throws IOException {
    List<Node> nodes = new ArrayList<>();
    try (var bases = Files.newDirectoryStream(home.resolve("nodes"))) {
      for (Path base : bases) {
        int port = Integer.parseInt(Files.readString(base.resolve("port")).strip());
        nodes.add(new Node(base.getFileName().toString(), port, base));
      }
    }
    nodes.sort(Comparator.comparing(Node::name));
    return nodes;
  }

  void addRelease(Release release, Path tomcat) throws IOException {
    Path folder = Files.createDirectories(home.resolve("releases").resolve(release.name()));
    Path link = folder.resolve("tomcat");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, tomcat.toAbsolutePath());
    SampleAppFiles.write(folder.resolve("webapps/ROOT"), release);
  }

  private static void copyResource(String name, Path to) throws IOException {
    try (InputStream in = FleetFolder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
