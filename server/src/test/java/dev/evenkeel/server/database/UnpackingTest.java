package dev.evenkeel.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
  @Test
  void java_unpacks_what_the_systems_tar_unpacks(@TempDir Path temporary) throws IOException {
    var byTar = PackagedPostgres.unpackedIn(Path.of("target", "cache").toAbsolutePath());
    var archive = temporary.resolve("archive.txz");
    try (var packed = PackagedPostgres.archive().openStream()) {
      Files.copy(packed, archive);
    }
    var byJava = temporary.resolve("unpacked");
    Unpacking.unpackInJava(archive, byJava);
    assertThat(contents(byJava)).isEqualTo(contents(byTar));
  }

  private static SortedMap<String, String> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.toList()) {
        contents.put(folder.relativize(file).toString(), describe(file));
      }
    }
    return contents;
  }

  private static String describe(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return "link to " + Files.readSymbolicLink(file);
    }
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
        ? "folder"
        : "%d bytes, executable %s".formatted(Files.size(file), Files.isExecutable(file));
  }
}
