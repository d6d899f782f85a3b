package dev.evenkeel.server.execution.action.waiting;

import static dev.evenkeel.server.execution.action.http.Requests.get;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.evenkeel.runbook.words.Wait;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.ActionContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The contract, kept with a server that opens, or closes, when it was asked for the third time. */
@Tag("C89")
class WaitActionTest extends ActionContract<Wait> {
  private HttpServer server;
  private boolean open;
  private int asked;
  private int changes;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    boolean wanted = path.equals("/closed") != open;
    if (!path.equals("/look") && !wanted && ++asked == 3) {
      asked = 0;
      open = !open;
      changes += open ? 1 : 0;
      wanted = true;
    }
    exchange.sendResponseHeaders(wanted ? 200 : 404, -1);
    exchange.close();
  }

  private Wait until(String path) {
    return Waits.forHttp(
        get("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path)));
  }

  @Override
  protected Action<Wait> restarted() {
    return Waits.action();
  }

  @Override
  protected Wait work() {
    return until("open");
  }

  @Override
  protected Wait undo() {
    return until("closed");
  }

  @Override
  protected Wait look() {
    return until("look");
  }

  @Override
  protected Wait hopeless() {
    return Waits.forTime(Duration.ofHours(1));
  }

  @Override
  protected synchronized boolean worked() {
    return open;
  }

  @Override
  protected synchronized int changes() {
    return changes;
  }

  @Override
  protected synchronized void leaveHalfDone() {
    asked = 1;
  }
}
