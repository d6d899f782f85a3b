package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Attempts.Printout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A JVM of its own that starts a command and is killed with -9 while that runs. */
final class DyingServer {
  private final Process process;
  private final BufferedReader says;

  private DyingServer(Process process) {
    this.process = process;
    this.says =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static DyingServer starting(Path data, String attempt, String script) throws IOException {
    return new DyingServer(
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DyingServer.class.getName(),
                data.toString(),
                attempt,
                script)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Waits until {@code start} has answered. */
  DyingServer answered() throws IOException {
    String line = says.readLine();
    if (line == null || !line.startsWith("answered")) {
      throw new AssertionError("the server said: " + line);
    }
    return this;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  static Attempt attempt(String id) {
    return new Attempt(
        id, "r1", "w1/n1/switch", "n1", true, Duration.ofMinutes(1), "", new Printout());
  }

  public static void main(String[] args) {
    var action = Commands.actionWith(Path.of(args[0]));
    var outcome = action.start(Commands.script(args[2]), attempt(args[1]));
    System.out.println("answered " + outcome);
    LockSupport.parkNanos(Duration.ofMinutes(2).toNanos());
  }
}
