package dev.evenkeel.server.health.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A web server that can go wrong in every way, down to the connection. */
final class Node implements AutoCloseable {
  enum Mood {
    FINE,
    FAILS,
    /** Closes the connection instead of answering. */
    HANGS_UP,
    /** Answers when {@link #goOn} is called. */
    THINKS,
    /** Sends the beginning of an answer, and the rest when {@link #goOn} is called. */
    TRICKLES
  }

  private static final String HEAD = "HTTP/1.1 %s\r\nContent-Length: 4\r\n\r\n";

  private final ServerSocket socket;
  private volatile Mood mood = Mood.FINE;
  private volatile CountDownLatch gate = new CountDownLatch(1);

  Node(int port) throws IOException {
    socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void turns(Mood next) {
    gate = new CountDownLatch(1);
    mood = next;
  }

  void goOn() {
    gate.countDown();
  }

  private void accept() {
    try {
      while (true) {
        var connection = socket.accept();
        Thread.startVirtualThread(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: the node is gone.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var in = connection.getInputStream();
      var out = connection.getOutputStream();
      var request = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        request.append((char) c);
        if (!request.toString().endsWith("\r\n\r\n")) {
          continue;
        }
        request.setLength(0);
        var now = mood;
        var before = gate;
        if (now == Mood.HANGS_UP) {
          return;
        }
        if (now == Mood.THINKS) {
          before.await();
        }
        var status = now == Mood.FAILS ? "500 Broken" : "200 OK";
        out.write(HEAD.formatted(status).getBytes(StandardCharsets.UTF_8));
        if (now == Mood.TRICKLES) {
          out.write('g');
          out.flush();
          before.await();
          out.write("ood".getBytes(StandardCharsets.UTF_8));
        } else {
          out.write("good".getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
      }
    } catch (IOException e) {
      // The other side has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    goOn();
    socket.close();
  }
}
