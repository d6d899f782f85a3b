package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.execution.action.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Runs a command that only looks: not supervised, since a look that is lost is simply made again,
 * and ended when it takes too long.
 */
@Component
class Look {
  private final Optional<Detached> detached = Detached.on(System.getenv().getOrDefault("PATH", ""));

  Observation at(Exec words, CommandLine command, Duration within) {
    Path out = null;
    Path err = null;
    try {
      out = Files.createTempFile("evenkeel-look-", ".out");
      err = Files.createTempFile("evenkeel-look-", ".err");
      var process = start(command, out, err);
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        end(process);
        return new Observation.Unknown(
            "`%s` did not answer within %d s".formatted(command.spoken(), within.toSeconds()));
      }
      return judged(words, command, process.exitValue(), new Printed(out), new Printed(err));
    } catch (IOException e) {
      return new Observation.Unknown("`%s` could not be run: %s".formatted(command.spoken(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Observation.Unknown("the server was stopped while it looked");
    } finally {
      delete(out);
      delete(err);
    }
  }

  private Process start(CommandLine command, Path out, Path err) throws IOException {
    List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\"", "sh"));
    shell.addAll(command.arguments());
    var builder = new ProcessBuilder(detached.map(d -> d.around(shell)).orElse(shell));
    builder.directory(command.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    return builder
        .redirectInput(new java.io.File("/dev/null"))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static void end(Process process) {
    new Session(process.pid()).members().forEach(ProcessHandle::destroyForcibly);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static Observation judged(
      Exec words, CommandLine command, int code, Printed out, Printed err) throws IOException {
    if (code == words.done()) {
      return new Observation.Holds(Ending.outputs(code, out.beginning(Printed.LONGEST_VALUE)));
    }
    var why = Ending.unexpected(command.spoken(), words, code, Ending.lastWords(out, err));
    return code == words.notDone() ? new Observation.HoldsNot(why) : new Observation.Unknown(why);
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // left to the system's cleaning of temporary files
    }
  }
}
