package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.action.Playing;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A receiver that is still at a request when nobody here waits for the answer any more. */
@Tag("C85")
class LateAnswersIT {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  private final EngineUnderTest.World world = new EngineUnderTest.World();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final List<String> got = new CopyOnWriteArrayList<>();
  private ExecutorService threads;
  private HttpServer receiver;
  private volatile boolean released;

  @BeforeEach
  void receives() throws IOException {
    threads = Executors.newCachedThreadPool();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(threads);
    receiver.createContext("/release", this::answer);
    receiver.start();
  }

  @AfterEach
  void everything_is_at_rest() {
    gate.countDown();
    receiver.stop(0);
    threads.shutdownNow();
    EngineUnderTest.putToRest(database);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    int status = 200;
    if (method.equals("GET")) {
      status = released ? 200 : 404;
    } else {
      got.add(method);
      if (method.equals("POST")) {
        pass();
      }
      released = method.equals("POST");
      done.add(method);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void pass() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String runbook(String timeout) {
    return """
    apiVersion: evenkeel/v1
    kind: Runbook
    name: late
    title: A receiver that takes its time
    targets: [{name: n1}]
    rollout: {waves: [{targets: 100%%, soak: 1s}]}
    steps:
      target:
        - id: release
          timeout: %s
          retries: 3
          retryDelay: 1s
          run: {http: {method: POST, url: "%s"}}
          observe: {http: {url: "%2$s"}}
          revert: {http: {method: DELETE, url: "%2$s"}}
    """
        .formatted(
            timeout, "http://127.0.0.1:%d/release".formatted(receiver.getAddress().getPort()));
  }

  @Test
  void what_the_receiver_is_still_at_when_its_time_is_over_is_neither_sent_again_nor_undone() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(runbook("2s"));
      RunState held = engine.until(id, RunStatus.HELD, RunStatus.ROLLED_BACK);
      assertThat(held.reason()).contains("it may still go on");
      Playing.until("the receiver has it", () -> !got.isEmpty());
      assertThat(got).containsExactly("POST");
      gate.countDown();
      Playing.until("the receiver is done", () -> released);
      engine.order(id, RunCommand.ROLL_BACK);
      engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(done).containsExactly("POST", "DELETE");
    }
  }

  @Test
  @Tag("C98")
  void the_way_back_waits_for_the_answer_of_a_request_that_cannot_be_called_back() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(runbook("1m"));
      Playing.until("the receiver has it", () -> !got.isEmpty());
      engine.order(id, RunCommand.ROLL_BACK);
      Playing.until(
          "it says what is waited for",
          () ->
              engine
                  .attempts()
                  .find(id + "-w1.n1.release-f1")
                  .orElseThrow()
                  .waitingFor()
                  .contains("cannot be called back"));
      assertThat(got).containsExactly("POST");
      gate.countDown();
      engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(done).containsExactly("POST", "DELETE");
    }
  }

  @Test
  @Tag("C98")
  void when_no_answer_comes_the_way_back_holds_as_the_request_may_still_take_effect() {
    try (var engine = EngineUnderTest.on(database, world, true)) {
      RunId id = engine.start(runbook("4s"));
      Playing.until("the receiver has it", () -> !got.isEmpty());
      engine.order(id, RunCommand.ROLL_BACK);
      RunState held = engine.until(id, RunStatus.HELD, RunStatus.ROLLED_BACK);
      assertThat(held.reason()).contains("may still go on");
      Playing.until("the receiver has it", () -> !got.isEmpty());
      assertThat(got).containsExactly("POST");
      gate.countDown();
      Playing.until("the receiver is done", () -> released);
      engine.order(id, RunCommand.RESUME);
      engine.until(id, RunStatus.ROLLED_BACK);
      assertThat(done).containsExactly("POST", "DELETE");
    }
  }
}
