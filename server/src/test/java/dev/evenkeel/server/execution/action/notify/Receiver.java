package dev.evenkeel.server.execution.action.notify;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A real receiver of webhooks, on loopback. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  record Call(Headers headers, String body) {
    String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/taken", exchange -> answer(exchange, 204));
    server.createContext("/gone", exchange -> refuse(exchange, 410));
    server.createContext("/broken", exchange -> refuse(exchange, 503));
    server.createContext("/silent", this::hang);
    server.start();
  }

  String at(String path) {
    return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path);
  }

  /** What came to /taken, oldest first. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange, int code) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.add(new Call(exchange.getRequestHeaders(), body));
      exchange.sendResponseHeaders(code, -1);
    }
  }

  private static void refuse(HttpExchange exchange, int code) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(code, -1);
    }
  }

  private void hang(HttpExchange exchange) {
    try (exchange) {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
