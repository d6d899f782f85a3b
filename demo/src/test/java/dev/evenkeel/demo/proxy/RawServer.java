package dev.evenkeel.demo.proxy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a bare socket, which can misbehave in ways an HTTP server cannot. */
public final class RawServer implements AutoCloseable {

  /** What it does with each request. */
  public enum Manner {
    ANSWERS("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
    FAILS("HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nno"),
    CLOSES(""),
    BREAKS_OFF("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");

    private final String bytes;

    Manner(String bytes) {
      this.bytes = bytes;
    }
  }

  private final ServerSocket listening;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch gate;

  public static RawServer that(Manner manner) throws IOException {
    return new RawServer(manner, new CountDownLatch(0));
  }

  /** Answers no request before {@link #open}. */
  public static RawServer behindAGate() throws IOException {
    return new RawServer(Manner.ANSWERS, new CountDownLatch(1));
  }

  private RawServer(Manner manner, CountDownLatch gate) throws IOException {
    this.gate = gate;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (!listening.isClosed()) {
            try {
              Socket socket = listening.accept();
              Thread.ofVirtual().start(() -> serve(socket, manner));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  public void open() {
    gate.countDown();
  }

  public int requests() {
    return requests.get();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void serve(Socket socket, Manner manner) {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      OutputStream out = socket.getOutputStream();
      for (String line; (line = in.readLine()) != null; ) {
        if (!line.isEmpty()) {
          continue;
        }
        requests.incrementAndGet();
        gate.await();
        out.write(manner.bytes.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        if (manner == Manner.CLOSES || manner == Manner.BREAKS_OFF) {
          return;
        }
      }
    } catch (IOException e) {
      // The other side has gone, as it may.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
