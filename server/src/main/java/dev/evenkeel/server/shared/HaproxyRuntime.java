package dev.evenkeel.server.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The runtime API of an HAProxy ({@code stats socket} in its configuration).
 *
 * @param address path of a unix socket, or {@code host:port}
 */
public record HaproxyRuntime(String address) {
  private static final int LONGEST_ANSWER = 16 << 20;

  /**
   * Sends one command and returns what HAProxy answers.
   *
   * @throws IOException when it cannot be reached, closes without an answer or takes too long; the
   *     message says where and why
   */
  public String ask(String command, Duration within) throws IOException {
    if (command.indexOf('\n') >= 0 || command.indexOf(';') >= 0) {
      throw new IllegalArgumentException("More than one command for HAProxy: " + command);
    }
    var late = new AtomicBoolean();
    try (var channel = open()) {
      var clock = closeAfter(within, channel, late);
      try {
        channel.connect(socket());
        channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
        return readAll(channel);
      } finally {
        clock.cancel(true);
      }
    } catch (AsynchronousCloseException e) {
      throw late.get()
          ? new IOException("HAProxy at %s has not answered in %s".formatted(address, within), e)
          : e;
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "HAProxy cannot be asked at %s: %s; start it, or correct `address`"
              .formatted(address, e.getMessage()),
          e);
    }
  }

  /**
   * The line of {@code show stat} about one server, by the names of its columns.
   *
   * @param server {@code backend/server}
   * @throws IOException also when HAProxy knows no such server
   */
  public Map<String, String> stat(String server, Duration within) throws IOException {
    var lines = ask("show stat", within).lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith("# ")) {
      throw new IOException(
          "What answers at %s is no HAProxy: '%s'"
              .formatted(address, lines.isEmpty() ? "" : start(lines.getFirst())));
    }
    var columns = lines.getFirst().substring(2).split(",", -1);
    return lines.stream()
        .skip(1)
        .map(line -> row(columns, line.split(",", -1)))
        .filter(row -> server.equals(row.get("pxname") + "/" + row.get("svname")))
        .findFirst()
        .orElseThrow(() -> new IOException(unknown(server, columns, lines)));
  }

  private String unknown(String server, String[] columns, List<String> lines) {
    var known =
        lines.stream()
            .skip(1)
            .map(line -> row(columns, line.split(",", -1)))
            .map(row -> row.get("pxname") + "/" + row.get("svname"))
            .filter(name -> !name.endsWith("/FRONTEND") && !name.endsWith("/BACKEND"))
            .toList();
    return "HAProxy at %s knows no server %s; it knows %s; correct `server`"
        .formatted(address, server, String.join(", ", known));
  }

  /** No column that is used here can hold a comma, so that the line is simply cut. */
  private static Map<String, String> row(String[] columns, String[] cells) {
    var row = new HashMap<String, String>();
    for (int i = 0; i < Math.min(columns.length, cells.length); i++) {
      row.put(columns[i], cells[i]);
    }
    return row;
  }

  private static CompletableFuture<Void> closeAfter(
      Duration within, SocketChannel channel, AtomicBoolean late) {
    var timer = CompletableFuture.delayedExecutor(within.toMillis(), TimeUnit.MILLISECONDS);
    return CompletableFuture.runAsync(
        () -> {
          late.set(true);
          try {
            channel.close();
          } catch (IOException e) {
            // It is given up anyway.
          }
        },
        timer);
  }

  private static String readAll(SocketChannel channel) throws IOException {
    var answer = new ByteArrayOutputStream();
    var buffer = ByteBuffer.allocate(16 << 10);
    while (channel.read(buffer) >= 0) {
      answer.write(buffer.array(), 0, buffer.position());
      buffer.clear();
      if (answer.size() > LONGEST_ANSWER) {
        throw new IOException("the answer is longer than %d bytes".formatted(LONGEST_ANSWER));
      }
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private SocketChannel open() throws IOException {
    return isUnix() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
  }

  private SocketAddress socket() {
    if (isUnix()) {
      return UnixDomainSocketAddress.of(Path.of(address));
    }
    int colon = address.lastIndexOf(':');
    return new InetSocketAddress(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }

  private boolean isUnix() {
    return !address.matches("[^/]+:\\d+");
  }

  private static String start(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
