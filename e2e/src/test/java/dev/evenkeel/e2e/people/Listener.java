package dev.evenkeel.e2e.people;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where a webhook ends: it takes all that it is told. */
public final class Listener implements AutoCloseable {
  private static final int OK = 204;
  private static final long NOTHING = -1;

  private final HttpServer server;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private Listener(HttpServer server) {
    this.server = server;
  }

  public static Listener start() throws IOException {
    Listener listener =
        new Listener(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    listener.server.createContext(
        "/",
        exchange -> {
          listener.heard.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(OK, NOTHING);
          exchange.close();
        });
    listener.server.start();
    return listener;
  }

  public String address() {
    return "http://127.0.0.1:%d/everybody".formatted(server.getAddress().getPort());
  }

  public List<String> heard() {
    return heard;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
