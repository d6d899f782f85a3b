package dev.evenkeel.cli.audit;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evenkeel audit export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes down the whole trail, one JSON object a line.")
final class ExportCommand implements Runnable {
  @Mixin private final AuditDesk desk;

  @Option(names = "-o", paramLabel = "FILE", description = "where to; else it is printed")
  private Optional<Path> file = Optional.empty();

  ExportCommand(Caller caller) {
    this.desk = new AuditDesk(caller);
  }

  @Override
  public void run() {
    if (file.isEmpty()) {
      desk.rows(desk.out()::println);
      desk.out().flush();
      return;
    }
    try (Writer out = Files.newBufferedWriter(file.get())) {
      desk.rows(line -> write(out, line));
    } catch (IOException | UncheckedIOException e) {
      throw Trouble.unwritable(file.get().toString(), e);
    }
    desk.out().println("The trail is in %s.".formatted(file.get()));
    desk.out().flush();
  }

  private static void write(Writer out, String line) {
    try {
      out.write(line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
