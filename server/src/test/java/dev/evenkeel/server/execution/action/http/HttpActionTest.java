package dev.evenkeel.server.execution.action.http;

import static dev.evenkeel.server.execution.action.http.Requests.request;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.ActionContract;
import dev.evenkeel.server.execution.action.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, kept with a server that holds one resource. */
class HttpActionTest extends ActionContract<Http> {
  private HttpServer server;
  private volatile String resource = "";
  private volatile int changes;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/release", this::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    int status =
        switch (exchange.getRequestMethod()) {
          case "PUT" -> put();
          case "DELETE" -> delete();
          default -> resource.equals("new") ? 200 : 404;
        };
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private synchronized int put() {
    if (!resource.equals("new")) {
      resource = "new";
      changes++;
    }
    return 204;
  }

  private synchronized int delete() {
    boolean there = !resource.isEmpty();
    resource = "";
    return there ? 204 : 404;
  }

  private String url() {
    return "http://127.0.0.1:%d/release".formatted(server.getAddress().getPort());
  }

  @Override
  protected Action<Http> restarted() {
    return Requests.action();
  }

  @Override
  protected Http work() {
    return request("PUT", url());
  }

  @Override
  protected Http undo() {
    return request("DELETE", url(), 204, 404);
  }

  @Override
  protected Http look() {
    return request("GET", url());
  }

  @Override
  protected Http hopeless() {
    return request("PUT", "http://127.0.0.1:%d/release".formatted(FreePort.any()));
  }

  @Override
  protected boolean worked() {
    return resource.equals("new");
  }

  @Override
  protected int changes() {
    return changes;
  }

  @Override
  protected void leaveHalfDone() {
    resource = "half";
  }
}
