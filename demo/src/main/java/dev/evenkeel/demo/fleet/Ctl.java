package dev.evenkeel.demo.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that operates nodes, called from Java. Runbooks call the same command.
 *
 * @param program path of the command; it explains itself at its top
 */
public record Ctl(Path program) {

  /**
   * What a call came to.
   *
   * @param exit 0 done or yes, 1 no, 2 asked wrongly, 3 failed
   * @param output everything it printed, without a line end
   */
  public record Result(int exit, String output) {}

  /** Carries out one command, such as {@code start n1}. */
  public Result call(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Result(process.waitFor(), output);
  }

  /** Carries out one command that must succeed. */
  public void must(String... arguments) throws IOException, InterruptedException {
    Result result = call(arguments);
    if (result.exit() != 0) {
      throw new IOException(
          "'%s %s' ended with %d: %s"
              .formatted(program, String.join(" ", arguments), result.exit(), result.output()));
    }
  }
}
