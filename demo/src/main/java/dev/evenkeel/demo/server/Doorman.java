package dev.evenkeel.demo.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a browser in without asking for a password: an address that works once, gives the browser
 * the visitor's cookie and sends it on. Browsers keep cookies by host and not by port, so one from
 * here is also the server's.
 */
public final class Doorman implements AutoCloseable {

  private final HttpServer http;
  private final Visitor visitor;
  private final Map<String, URI> doors = new ConcurrentHashMap<>();

  private Doorman(HttpServer http, Visitor visitor) {
    this.http = http;
    this.visitor = visitor;
  }

  public static Doorman standingFor(Visitor visitor) throws IOException {
    var doorman =
        new Doorman(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
            visitor);
    doorman.http.createContext("/watch/", doorman::open);
    doorman.http.start();
    return doorman;
  }

  /** An address that leads to {@code page}, signed in, once. */
  public URI doorTo(URI page) {
    var bytes = new byte[12];
    new SecureRandom().nextBytes(bytes);
    String key = HexFormat.of().formatHex(bytes);
    doors.put(key, page);
    return URI.create("http://127.0.0.1:%d/watch/%s".formatted(http.getAddress().getPort(), key));
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void open(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    URI page = doors.remove(path.substring(path.lastIndexOf('/') + 1));
    try (exchange) {
      if (page == null) {
        byte[] sorry =
            "This address worked once and is used up. Sign in with name and password instead.\n"
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(410, sorry.length);
        exchange.getResponseBody().write(sorry);
        return;
      }
      exchange.getResponseHeaders().add("Set-Cookie", visitor.cookie());
      exchange.getResponseHeaders().add("Location", page.toString());
      exchange.sendResponseHeaders(302, -1);
    }
  }
}
