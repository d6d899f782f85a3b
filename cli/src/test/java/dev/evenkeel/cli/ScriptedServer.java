package dev.evenkeel.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real HTTP server on loopback that answers what a test says, and remembers what it was asked.
 */
public final class ScriptedServer implements AutoCloseable {

  /** What a caller asked. */
  public record Asked(
      String request, String body, String authorization, String key, String accept) {}

  /** Stands for an answer that is lost: the connection is closed instead. */
  public static final int LOST = 0;

  private record Answer(int status, String body) {}

  private final HttpServer http;
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private ScriptedServer(HttpServer http) {
    this.http = http;
  }

  public static ScriptedServer start() throws IOException {
    return start(0);
  }

  public static ScriptedServer start(int port) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ScriptedServer server = new ScriptedServer(http);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  /**
   * Answers a request; given several times, one after the other, and the last one for ever.
   *
   * @param request such as {@code GET /api/runs/r1}
   */
  public ScriptedServer on(String request, int status, String body) {
    answers.computeIfAbsent(request, r -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  public List<Asked> asked() {
    return asked;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  public int port() {
    return http.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    asked.add(
        new Asked(
            request,
            body,
            authorization == null ? "" : authorization,
            key == null ? "" : key,
            String.valueOf(exchange.getRequestHeaders().getFirst("Accept"))));
    Deque<Answer> script = answers.getOrDefault(request, new ArrayDeque<>());
    Answer answer;
    synchronized (this) {
      answer = script.size() > 1 ? script.poll() : script.peek();
    }
    if (answer == null) {
      answer = new Answer(404, "{\"status\":404,\"detail\":\"No script for " + request + "\"}");
    }
    if (answer.status() == LOST) {
      exchange.close();
      return;
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
