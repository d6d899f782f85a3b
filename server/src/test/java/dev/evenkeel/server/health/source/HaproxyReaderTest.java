package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.runbook.words.HaproxySource;
import dev.evenkeel.server.shared.HaproxyRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a real HAProxy. */
@Timeout(60)
class HaproxyReaderTest extends MetricSourceContract<HaproxySource> {
  @TempDir Path folder;
  private final HaproxyReader reader = new HaproxyReader();
  private final ServerSocket mute = listening();
  private Node node;
  private int front;
  private int tcp;
  private RealProgram haproxy;

  @BeforeEach
  void start() throws Exception {
    node = new Node(0);
    front = RealProgram.freePort();
    tcp = RealProgram.freePort();
    startHaproxy();
  }

  @AfterEach
  void stop() throws IOException {
    haproxy.close();
    node.close();
    mute.close();
  }

  @Test
  void counts_requests_and_answers_with_5xx() throws Exception {
    send(4);
    node.turns(Node.Mood.FAILS);
    send(3);
    assertThat(counted()).isEqualTo(new Fact.Counted(7, 3));
  }

  @Test
  void counts_connections_that_are_refused() throws Exception {
    send(2);
    node.close();
    send(1); // tried again once; then the check has found out as well
    var counted = counted();
    assertThat(counted.failed()).isPositive().isEqualTo(counted.requests() - 2);
  }

  @Test
  void counts_a_kept_connection_closed_without_an_answer_which_haproxy_counts_nowhere()
      throws Exception {
    try (var client = new Socket(InetAddress.getLoopbackAddress(), front)) {
      assertThat(ask(client)).isEqualTo(200);
      node.turns(Node.Mood.HANGS_UP);
      assertThat(ask(client)).isEqualTo(-1);
    }
    assertThat(counted()).isEqualTo(new Fact.Counted(2, 1));
    var stat = runtime().stat("app/n1", LONG);
    assertThat(stat)
        .containsEntry("econ", "0")
        .containsEntry("eresp", "0")
        .containsEntry("hrsp_5xx", "0");
  }

  @Test
  void does_not_take_what_is_under_way_for_failed() throws Exception {
    for (var mood : List.of(Node.Mood.THINKS, Node.Mood.TRICKLES)) {
      node.turns(mood);
      var pending = new ArrayList<CompletableFuture<Integer>>();
      for (int i = 0; i < 5; i++) {
        pending.add(CompletableFuture.supplyAsync(this::send, Thread::startVirtualThread));
      }
      until("scur", "5");
      assertThat(counted().failed()).as("%s", mood).isZero();
      node.goOn();
      for (var request : pending) {
        assertThat(request.get()).isEqualTo(200);
      }
      until("scur", "0");
      assertThat(counted().failed()).as("%s", mood).isZero();
    }
    assertThat(counted().requests()).isEqualTo(10);
  }

  @Test
  void says_whether_haproxys_own_check_finds_the_server_well() throws Exception {
    until("status", "UP");
    assertThat(look(answering(), LONG)).contains(new Fact.Well(true, ""));
    node.close();
    until("status", "DOWN");
    assertThat(look(answering(), LONG))
        .anyMatch(fact ->
            fact instanceof Fact.Well(boolean well, String why) && !well && why.contains("app/n1"));
  }

  @Test
  void counters_start_again_at_0_with_haproxy() throws Exception {
    node.turns(Node.Mood.FAILS);
    send(5);
    assertThat(counted()).isEqualTo(new Fact.Counted(5, 5));
    haproxy.close();
    startHaproxy();
    node.turns(Node.Mood.FINE);
    send(2);
    assertThat(counted()).isEqualTo(new Fact.Counted(2, 0));
  }

  @Test
  void names_the_servers_there_are_when_there_is_none_of_that_name() throws Exception {
    assertThat(look(new HaproxySource(socket(), "app/n9"), LONG).toString())
        .contains("knows no server app/n9; it knows app/n1, app/n2; correct `server`");
  }

  @Test
  void talks_over_tcp_too() throws Exception {
    assertThat(look(new HaproxySource("127.0.0.1:" + tcp, "app/n1"), LONG))
        .noneMatch(Fact.Missing.class::isInstance);
  }

  private void startHaproxy() throws Exception {
    var configuration =
        """
        global
          stats socket %s mode 600 level admin
          stats socket ipv4@127.0.0.1:%d level admin
        defaults
          mode http
          timeout connect 1s
          timeout client 30s
          timeout server 30s
          retries 1
        frontend users
          bind 127.0.0.1:%d
          default_backend app
        backend app
          server n1 127.0.0.1:%d check inter 100ms fall 10 rise 1
          server n2 127.0.0.1:%d backup
        """
            .formatted(socket(), tcp, front, node.port(), node.port());
    Files.writeString(folder.resolve("haproxy.cfg"), configuration);
    haproxy = RealProgram.start(folder, List.of("haproxy", "-db", "-f", "haproxy.cfg"));
    until("pxname", "app");
  }

  /** Waits until a column of the server's line begins like this. */
  private void until(String column, String value) throws Exception {
    while (true) {
      haproxy.checkAlive();
      try {
        if (runtime().stat("app/n1", LONG).getOrDefault(column, "").startsWith(value)) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet.
      }
      Thread.sleep(20);
    }
  }

  private Fact.Counted counted() throws Exception {
    return look(answering(), LONG).stream()
        .filter(Fact.Counted.class::isInstance)
        .map(Fact.Counted.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void send(int requests) {
    for (int i = 0; i < requests; i++) {
      send();
    }
  }

  private int send() {
    try (var client = new Socket(InetAddress.getLoopbackAddress(), front)) {
      return ask(client);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Status of the answer, or -1 when the connection was closed without one. */
  private static int ask(Socket client) throws IOException {
    client
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: app\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    var head = head(client.getInputStream());
    if (head.isEmpty()) {
      return -1;
    }
    var length = head.toLowerCase().split("content-length: ");
    if (length.length > 1) {
      client.getInputStream().readNBytes(Integer.parseInt(length[1].split("\r")[0]));
    }
    return Integer.parseInt(head.split(" ")[1]);
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (int c = in.read(); c >= 0 && !head.toString().endsWith("\r\n\r\n"); ) {
      head.append((char) c);
      if (head.toString().endsWith("\r\n\r\n")) {
        break;
      }
      c = in.read();
    }
    return head.toString();
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private HaproxyRuntime runtime() {
    return new HaproxyRuntime(socket());
  }

  private String socket() {
    return folder.resolve("admin.sock").toString();
  }

  @Override
  MetricSource<HaproxySource> source() {
    return reader;
  }

  @Override
  HaproxySource answering() {
    return new HaproxySource(socket(), "app/n1");
  }

  @Override
  HaproxySource hanging() {
    return new HaproxySource("127.0.0.1:" + mute.getLocalPort(), "app/n1");
  }

  @Override
  HaproxySource gone() {
    return new HaproxySource(folder.resolve("no.sock").toString(), "app/n1");
  }

  @Override
  HaproxySource garbage() {
    return new HaproxySource("127.0.0.1:" + front, "app/n1");
  }

  @Override
  String address() {
    return "no.sock";
  }
}
