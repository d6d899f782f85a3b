package dev.evenkeel.server.execution.action.sql;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Stands between a client and its database, and hangs up once a certain word went through. */
final class CuttingProxy implements AutoCloseable {
  private final URI database;
  private final String word;
  private final ServerSocket door;

  CuttingProxy(String jdbcUrl, String word) throws IOException {
    this.database = URI.create(jdbcUrl.substring("jdbc:".length()));
    this.word = word;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::open);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d%s?sslmode=disable&gssEncMode=disable"
        .formatted(door.getLocalPort(), database.getPath());
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        var server = new Socket(database.getHost(), database.getPort());
        Thread.startVirtualThread(() -> pass(server, client));
        Thread.startVirtualThread(() -> passAndCut(client, server));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException over) {
      // one side has hung up
    }
  }

  private void passAndCut(Socket client, Socket server) {
    try {
      InputStream in = client.getInputStream();
      var buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        boolean last = new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(word);
        if (last) {
          // first, or the answer may come through before
          client.close();
        }
        server.getOutputStream().write(buffer, 0, n);
        if (last) {
          server.shutdownOutput();
          return;
        }
      }
    } catch (IOException over) {
      // one side has hung up
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
