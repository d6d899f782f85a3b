package dev.evenkeel.server.health.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A web server on loopback that answers as it is told. */
public final class Site implements AutoCloseable {
  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Site(int port, UnaryOperator<String> bodies, int status) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, bodies, status));
    server.start();
  }

  public static Site saying(String body) {
    return new Site(0, _ -> body, 200);
  }

  public static Site saying(int status, String body) {
    return new Site(0, _ -> body, status);
  }

  /** The body for each path and query. */
  public static Site answering(UnaryOperator<String> bodies) {
    return new Site(0, bodies, 200);
  }

  public static Site silent() {
    return new Site(0, _ -> null, 200);
  }

  /** An address on which nobody listens. */
  public static String nowhere() {
    try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange, UnaryOperator<String> bodies, int status)
      throws IOException {
    try (exchange) {
      var body = bodies.apply(exchange.getRequestURI().toString());
      if (body == null) {
        closed.await();
        return;
      }
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
