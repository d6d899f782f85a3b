package dev.evenkeel.server.execution.action.haproxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** What HAProxy sends requests to: answers when it is let, and is as healthy as it is told. */
final class Application implements AutoCloseable {
  private final HttpServer server;
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private volatile boolean healthy = true;

  Application() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/health", exchange -> answer(exchange, healthy ? 200 : 503));
    server.createContext("/", this::page);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void healthy(boolean is) {
    healthy = is;
  }

  /** Ends all requests that are under way. */
  void finish() {
    mayAnswer.countDown();
  }

  private void page(HttpExchange exchange) throws IOException {
    try {
      mayAnswer.await();
      answer(exchange, 200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int code) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(code, -1);
    }
  }

  @Override
  public void close() {
    finish();
    server.stop(0);
  }
}
