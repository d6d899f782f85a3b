package dev.evenkeel.server.execution.action.haproxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HAProxy's runtime API: one connection for each command, as HAProxy wants it of programs.
 *
 * @param address path of a unix socket, or host:port
 * @param limit how long one command may take; a socket that hangs is given up then
 */
record RuntimeApi(String address, Duration limit) {
  private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?([^/\\[\\]]+)]?:(\\d{1,5})");

  /** The answer without the blank lines around it; empty when there was nothing to say. */
  String ask(String command) throws NoAnswer {
    try {
      var socket = socket();
      try (var channel =
          socket instanceof InetSocketAddress
              ? SocketChannel.open()
              : SocketChannel.open(StandardProtocolFamily.UNIX)) {
        // Blocking calls on unix sockets know no time limit, but end when the channel is closed.
        var givingUp =
            CompletableFuture.runAsync(
                () -> close(channel),
                CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
          channel.connect(socket);
          return exchange(channel, command).strip();
        } finally {
          givingUp.cancel(false);
        }
      }
    } catch (ClosedChannelException e) {
      throw new NoAnswer(
          "HAProxy at %s did not answer '%s' within %d ms; is the process overloaded or stopped, or is this another program's socket?"
              .formatted(address, command, limit.toMillis()),
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw new NoAnswer(why(e), e);
    }
  }

  private SocketAddress socket() {
    Matcher tcp = HOST_AND_PORT.matcher(address);
    return tcp.matches()
        ? new InetSocketAddress(tcp.group(1), Integer.parseInt(tcp.group(2)))
        : UnixDomainSocketAddress.of(address);
  }

  private static String exchange(SocketChannel channel, String command) throws IOException {
    var line = ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
    var answer = new ByteArrayOutputStream();
    var part = ByteBuffer.allocate(16 * 1024);
    while (channel.read(part) >= 0) {
      answer.write(part.array(), 0, part.position());
      part.clear();
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private String why(Exception e) {
    boolean tcp = HOST_AND_PORT.matcher(address).matches();
    if (e instanceof UnresolvedAddressException) {
      return "The host of HAProxy's runtime API at %s is not known; correct `address`"
          .formatted(address);
    }
    if (!tcp && !Files.exists(Path.of(address))) {
      return "There is no socket %s; is HAProxy running, and does its configuration say 'stats socket %s level admin'? Else correct `address`"
          .formatted(address, Path.of(address).toAbsolutePath());
    }
    if (e instanceof ConnectException) {
      return "Nobody listens at %s; start HAProxy, or correct `address`: %s"
          .formatted(address, e.getMessage());
    }
    return "HAProxy at %s cannot be asked: %s. May the user of this server read and write the socket ('mode' and 'group' of 'stats socket')?"
        .formatted(address, e.getMessage());
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The reader sees a closed channel either way.
    }
  }
}
