package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.shared.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Which server this is among several on one database. The name belongs to the data folder, where
 * supervised commands keep their state, so it stays the same over restarts.
 */
@Component
class ServerIdentity {
  private static final String FILE = "server-id";

  private final String name;

  ServerIdentity(DataFolder folder) {
    try {
      if (!Files.exists(folder.file(FILE))) {
        folder.write(FILE, UUID.randomUUID().toString());
      }
      name = Files.readString(folder.file(FILE)).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String name() {
    return name;
  }
}
