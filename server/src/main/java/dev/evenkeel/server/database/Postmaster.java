package dev.evenkeel.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One running {@code postgres} process.
 *
 * <p>It is started by a thread that lives as long as the process: the kernel's 'tell me when my
 * parent dies' speaks of the parent's thread, not of the whole program.
 */
final class Postmaster {
  private final Process process;
  private final Path data;

  private Postmaster(Process process, Path data) {
    this.process = process;
    this.data = data;
  }

  static Postmaster start(List<String> command, Path data, Path log) {
    var started = new CompletableFuture<Process>();
    Thread.ofPlatform()
        .name("postgres")
        .daemon()
        .start(() -> {
          try {
            var process =
                new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            started.complete(process);
            process.waitFor();
          } catch (IOException e) {
            started.completeExceptionally(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return new Postmaster(started.join(), data);
  }

  /**
   * Waits until connections are accepted. Recovery after a crash may take minutes.
   *
   * @return false when the process ended or the time is over
   */
  boolean awaitReady(Duration longest) throws InterruptedException {
    var until = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < until) {
      if (!process.isAlive()) {
        return false;
      }
      if (saysReady()) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }

  /** The last line of its pid file tells how far it is; the first is its process. */
  private boolean saysReady() {
    try {
      var lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() >= 8
          && lines.getFirst().strip().equals(Long.toString(process.pid()))
          && lines.get(7).strip().equals("ready");
    } catch (IOException e) {
      return false; // not written yet
    }
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Ends connections, saves and stops; kills it only when that takes too long. */
  void stop(Duration longest) {
    interrupt();
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** SIGINT is PostgreSQL's fast shutdown; Java itself can only send SIGTERM, the slow one. */
  private void interrupt() {
    if (!SystemProgram.runs("sh", "-c", "kill -INT " + process.pid())) {
      process.destroy();
    }
  }
}
