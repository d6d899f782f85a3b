package dev.evenkeel.server.comms.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as Grafana's documentation says of its annotations, to whoever has the token. */
final class AnnotationsServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final String token;
  private final AtomicLong ids = new AtomicLong(40);
  private final Map<Long, ObjectNode> all = new ConcurrentSkipListMap<>();

  AnnotationsServer(String token) throws IOException {
    this.token = token;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/grafana/api/annotations", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:%d/grafana/".formatted(server.getAddress().getPort());
  }

  Map<Long, ObjectNode> all() {
    return Map.copyOf(all);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        say(exchange, 401, "{\"message\": \"Invalid API key\"}");
        return;
      }
      String path = exchange.getRequestURI().getPath().replaceFirst(".*/annotations/?", "");
      JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      switch (exchange.getRequestMethod()) {
        case "GET" -> say(exchange, 200, found(exchange.getRequestURI().getQuery()).toString());
        case "POST" -> {
          long id = ids.incrementAndGet();
          all.put(id, (ObjectNode) body);
          say(exchange, 200, "{\"message\": \"Annotation added\", \"id\": %d}".formatted(id));
        }
        case "PATCH" -> {
          ObjectNode there = all.get(Long.valueOf(path));
          if (there == null) {
            say(exchange, 404, "{\"message\": \"Annotation not found\"}");
            return;
          }
          body.properties().forEach(one -> there.set(one.getKey(), one.getValue()));
          say(exchange, 200, "{\"message\": \"Annotation patched\"}");
        }
        default -> say(exchange, 405, "{}");
      }
    }
  }

  private ArrayNode found(String query) {
    ArrayNode found = JSON.createArrayNode();
    String tag = query.contains("tags=") ? query.replaceFirst(".*tags=", "") : "";
    all.forEach((id, one) -> {
      if (one.path("tags").toString().contains(tag)) {
        found.add(one.deepCopy().put("id", id));
      }
    });
    return found;
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
