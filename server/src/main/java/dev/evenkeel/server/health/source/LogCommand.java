package dev.evenkeel.server.health.source;

import dev.evenkeel.server.shared.Inherited;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A program that goes on printing; what it printed is kept until somebody takes it. */
final class LogCommand {
  /** Lines kept; of more only the newest. */
  private static final int MOST = 20_000;

  private static final int LONGEST_LINE = 8_192;

  private final Process process;
  private final Deque<String> lines = new ArrayDeque<>();
  private final long began = System.nanoTime();
  private volatile long asked = began;
  private volatile String complaint = "";

  private LogCommand(Process process) {
    this.process = process;
    Thread.startVirtualThread(() -> follow(process.getInputStream(), this::keep));
    Thread.startVirtualThread(() -> follow(process.getErrorStream(), line -> complaint = line));
  }

  static LogCommand start(List<String> command, Map<String, String> env) throws IOException {
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    environment.clear();
    environment.putAll(Inherited.of(System.getenv()));
    environment.putAll(env);
    var process = builder.start();
    process.getOutputStream().close();
    return new LogCommand(process);
  }

  /** All that was printed since the last time. */
  List<String> take() {
    asked = System.nanoTime();
    synchronized (lines) {
      var taken = List.copyOf(lines);
      lines.clear();
      return taken;
    }
  }

  boolean runs() {
    return process.isAlive();
  }

  /** Why it does not run any more. */
  String ending(String name) {
    return "%s ended with exit code %d%s; it should go on printing"
        .formatted(name, process.exitValue(), complaint.isBlank() ? "" : ": " + complaint);
  }

  long ageInSeconds() {
    return (System.nanoTime() - began) / 1_000_000_000;
  }

  long unaskedForSeconds() {
    return (System.nanoTime() - asked) / 1_000_000_000;
  }

  void stop() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private void keep(String line) {
    synchronized (lines) {
      lines.addLast(line);
      if (lines.size() > MOST) {
        lines.removeFirst();
      }
    }
  }

  /** Line by line, however long they are. */
  private static void follow(InputStream output, Consumer<String> taker) {
    try (var reader = new InputStreamReader(output, StandardCharsets.UTF_8)) {
      var line = new StringBuilder();
      var buffer = new char[8192];
      for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        for (int i = 0; i < count; i++) {
          if (buffer[i] == '\n') {
            taker.accept(line.toString());
            line.setLength(0);
          } else if (line.length() < LONGEST_LINE) {
            line.append(buffer[i]);
          }
        }
      }
    } catch (IOException e) {
      // It was stopped.
    }
  }
}
