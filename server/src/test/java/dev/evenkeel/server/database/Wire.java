package dev.evenkeel.server.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server on 127.0.0.1 that can be cut and mended. */
public final class Wire implements Closeable {
  private final int target;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final int port;
  private ServerSocket entrance;

  public Wire(int target) {
    this.target = target;
    this.entrance = open(0);
    this.port = entrance.getLocalPort();
    serve();
  }

  public int port() {
    return port;
  }

  /** Ends all connections and refuses new ones. */
  public synchronized void cut() throws IOException {
    entrance.close();
    for (var end : ends) {
      end.close();
    }
    ends.clear();
  }

  public synchronized void mend() {
    entrance = open(port);
    serve();
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  private static ServerSocket open(int port) {
    try {
      return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    var here = entrance;
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              var near = here.accept();
              var far = new Socket(InetAddress.getLoopbackAddress(), target);
              ends.add(near);
              ends.add(far);
              copy(near, far);
              copy(far, near);
            }
          } catch (IOException e) {
            // cut
          }
        });
  }

  private static void copy(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(() -> {
          try (from;
              to) {
            from.getInputStream().transferTo(to.getOutputStream());
          } catch (IOException e) {
            // cut
          }
        });
  }
}
