package dev.evenkeel.e2e.lab;

import dev.evenkeel.e2e.Scene;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A make-believe fleet of three nodes that writes down what is done to it. */
public record Lab(Path folder) {
  public static final List<String> NODES = List.of("n1", "n2", "n3");
  public static final String OLD = "old";
  public static final String NEW = "new";

  /** Three nodes that run the old release. */
  public static Lab layOut(Path folder) throws IOException {
    Lab lab = new Lab(Files.createDirectories(folder));
    lab.copy("ctl").toFile().setExecutable(true);
    lab.copy("runbook.yaml");
    for (String node : NODES) {
      Files.createDirectories(folder.resolve(node).resolve("backups"));
      lab.write(node, "state", "running");
      lab.write(node, "release", OLD);
    }
    return lab;
  }

  public static Lab in(Scene scene, String name) throws IOException {
    return layOut(scene.file(name));
  }

  /** From now on a node does not start with the new release. */
  public Lab refusing(String node) throws IOException {
    write(node, "wont-start", NEW);
    return this;
  }

  /** From now on every operation of a node takes this long. */
  public Lab taking(String node, int seconds) throws IOException {
    write(node, "takes", Integer.toString(seconds));
    return this;
  }

  public Path runbook() {
    return folder.resolve("runbook.yaml");
  }

  public String release(String node) throws IOException {
    return Files.readString(folder.resolve(node).resolve("release")).strip();
  }

  public String state(String node) throws IOException {
    return Files.readString(folder.resolve(node).resolve("state")).strip();
  }

  public long backups(String node) throws IOException {
    try (Stream<Path> backups = Files.list(folder.resolve(node).resolve("backups"))) {
      return backups.count();
    }
  }

  /** Lines of a file of the fleet; none when it is not there. */
  public List<String> lines(String file) throws IOException {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  /** What the targets have seen so far, the oldest first. */
  public List<Seen> log() throws IOException {
    return lines("log").stream().map(Seen::parse).flatMap(Optional::stream).toList();
  }

  private Path copy(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream resource = Lab.class.getResourceAsStream("/lab/" + name)) {
      Files.copy(resource, file);
    }
    return file;
  }

  private void write(String node, String file, String text) throws IOException {
    Files.writeString(folder.resolve(node).resolve(file), text + "\n");
  }
}
