package dev.evenkeel.server.comms.courier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A real receiver of webhooks, on loopback, that answers as it is told. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private volatile String says = "ok";

  record Call(Map<String, String> headers, String body) {}

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:%d/hooks/T0P-S3CR3T".formatted(server.getAddress().getPort());
  }

  void answers(int code, String text) {
    status = code;
    says = text;
  }

  void header(String name, String value) {
    headers.put(name, value);
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (status == 0) {
        return; // hangs up
      }
      calls.add(
          new Call(
              exchange.getRequestHeaders().keySet().stream()
                  .collect(
                      Collectors.toMap(
                          String::toLowerCase, exchange.getRequestHeaders()::getFirst)),
              body));
      headers.forEach(exchange.getResponseHeaders()::set);
      byte[] text = says.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
