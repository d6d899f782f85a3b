package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.shared.PrivateFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Starts commands under {@code supervise.sh}, in sessions of their own. */
@Component
class Supervisor {
  /** Its exit code when the attempt was claimed before. */
  static final int CLAIMED_BEFORE = 75;

  /** Its exit code when it could not write its state; the command was not started. */
  static final int CANNOT_WRITE = 74;

  private static final File NOTHING = new File("/dev/null");

  private final AttemptFolders folders;
  private final String script;

  Supervisor(AttemptFolders folders) {
    this.folders = folders;
    this.script = resource();
  }

  /**
   * @throws IOException when the data folder cannot be written or no process be made
   */
  Process launch(Detached detached, CommandLine command, AttemptFolder folder) throws IOException {
    Lasting.makeFolder(folder.path());
    List<String> supervised =
        new ArrayList<>(List.of("/bin/sh", unpackedScript().toString(), folder.path().toString()));
    supervised.addAll(command.arguments());
    var builder = new ProcessBuilder(detached.around(supervised));
    builder.directory(command.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    return builder
        .redirectInput(NOTHING)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * The script's name holds its digest: a shell reads its script while it runs, so one in use is
   * never written again, not by a newer version of the server either.
   */
  private Path unpackedScript() throws IOException {
    var file = folders.root().resolve("supervise-%s.sh".formatted(AttemptFolders.digest(script)));
    if (!Files.exists(file)) {
      PrivateFile.write(file, script);
    }
    return file;
  }

  private static String resource() {
    try (var stream = Supervisor.class.getResourceAsStream("supervise.sh")) {
      if (stream == null) {
        throw new IllegalStateException("supervise.sh is not packaged");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
