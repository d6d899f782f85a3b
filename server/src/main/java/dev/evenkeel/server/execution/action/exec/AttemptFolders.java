package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** The folders of all attempts at commands, in the data folder of this server. */
@Component
class AttemptFolders {
  private static final int LONGEST_NAME = 150;

  private final Path root;

  AttemptFolders(DataFolder data) {
    this.root = data.file("attempts");
  }

  Path root() {
    return root;
  }

  AttemptFolder of(String attempt) {
    return new AttemptFolder(root.resolve(fileName(attempt)));
  }

  List<AttemptFolder> all() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var entries = Files.list(root)) {
      return entries.filter(Files::isDirectory).map(AttemptFolder::new).toList();
    }
  }

  private static String fileName(String attempt) {
    var plain = attempt.replaceAll("[^A-Za-z0-9._-]", "_");
    return plain.equals(attempt) && plain.length() <= LONGEST_NAME && !plain.startsWith(".")
        ? plain
        : plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).replaceFirst("^\\.", "_")
            + "-"
            + digest(attempt);
  }

  static String digest(String text) {
    return Sha256.hexOf(text).substring(0, 16);
  }
}
