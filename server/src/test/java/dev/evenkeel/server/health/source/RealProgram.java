package dev.evenkeel.server.health.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real program of the system, run for a test; the test is skipped where it is not installed. */
public final class RealProgram implements AutoCloseable {
  private final Process process;
  private final Path log;

  private RealProgram(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  public static RealProgram start(Path folder, List<String> command) throws IOException {
    assumeTrue(
        isInstalled(command.getFirst()),
        () -> command.getFirst() + " is not installed here; apt install it to run this test");
    var log = Files.createTempFile(folder, command.getFirst(), ".log");
    return new RealProgram(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start(),
        log);
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Says what it printed if it has ended, which these programs should not do by themselves. */
  public void checkAlive() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("It has ended: " + Files.readString(log));
    }
  }

  /** What it printed so far. */
  public String printed() throws IOException {
    return Files.readString(log);
  }

  private static boolean isInstalled(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
