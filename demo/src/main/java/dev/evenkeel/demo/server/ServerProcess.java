package dev.evenkeel.demo.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code evenkeel serve} as a process of its own, which can be killed and started again. */
public final class ServerProcess implements AutoCloseable {

  /** Written by the server once it is ready. */
  private static final String READY = "server.json";

  private static final long READY_SECONDS = 300;
  private static final long STOP_SECONDS = 15;
  private static final Pattern WELCOME = Pattern.compile("https?://\\S+/welcome\\S*");

  private final Archive archive;
  private final Path data;
  private final int port;
  private @Nullable Process process;

  /**
   * @param data an own data folder; what it prints goes into the file {@code server.log} beside it
   */
  public ServerProcess(Archive archive, Path data, int port) {
    this.archive = archive;
    this.data = data;
    this.port = port;
  }

  /** Starts it, for the first time or again after a crash, and waits until it answers. */
  public void start() throws IOException, InterruptedException {
    Files.createDirectories(data);
    // Left behind by a crash, it would look as if the new one were ready.
    Files.deleteIfExists(data.resolve(READY));
    Process started = launch();
    process = started;
    awaitReady(started);
  }

  /** Ends it as a power cut would. What it started goes on. */
  public void crash() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Joins as the first and only person. */
  public Visitor join() throws IOException, InterruptedException {
    Matcher link = WELCOME.matcher(Files.readString(log()));
    if (!link.find()) {
      throw new IOException("The server printed no link to join with. See " + log());
    }
    return Visitor.join(URI.create(link.group()), token());
  }

  /** The API, with the token the server wrote for programs of the same user. */
  public RunsApi api() throws IOException {
    return new RunsApi(address(), token());
  }

  private String token() throws IOException {
    return Files.readString(data.resolve("cli-token")).strip();
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Process launch() throws IOException {
    var builder = new ProcessBuilder(archive.program().toString(), "serve");
    builder.environment().put("EVENKEEL_DATA", data.toString());
    builder.environment().put("EVENKEEL_PORT", Integer.toString(port));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    Process started = builder.start();
    started.getOutputStream().close();
    return started;
  }

  private void awaitReady(Process started) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (!Files.exists(data.resolve(READY)) || !RunsApi.answers(address())) {
      if (!started.isAlive() || System.nanoTime() - end > 0) {
        throw new IOException(
            "The Evenkeel server %s. The end of what it printed:\n%s"
                .formatted(
                    started.isAlive() ? "did not get ready" : "ended while it started",
                    endOfLog()));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private Path log() {
    return data.resolveSibling("server.log");
  }

  private String endOfLog() throws IOException {
    var lines = Files.readAllLines(log());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }
}
