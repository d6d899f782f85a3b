package dev.evenkeel.server.execution.action.haproxy;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Attempts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.words.Haproxy;
import dev.evenkeel.runbook.words.Haproxy.State;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said when HAProxy does not do it or is not there. */
class HaproxyTroubleTest {
  @TempDir Path folder;
  private final HaproxyAction action = new HaproxyAction();

  @Test
  void says_what_haproxy_refuses_and_the_way_out() throws Exception {
    try (var proxy = new Proxy(folder)) {
      assertThat(failure(proxy.readOnly(), "app/n1", "50%"))
          .contains("Permission denied", proxy.readOnly(), "level admin");
      assertThat(failure(proxy.admin(), "app/n9", "50%"))
          .contains("No such server", "n1, unchecked, light");
      assertThat(failure(proxy.admin(), "shop/n1", "50%")).contains("no backend shop");
      assertThat(failure(proxy.admin(), "app/n1", "300")).contains("between 0 and 256");
      assertThat(failure(proxy.admin(), "app/n1", "1.5%")).contains("whole percent");
      assertThat(failure(proxy.admin(), "app/light", "16%"))
          .contains("no requests at all", "weight 100");
      assertThat(failure(proxy.admin(), "app/n1; shutdown sessions server app/n1", "50%"))
          .contains("BACKEND/SERVER");
      assertThat(proxy.look("app/n1").weight()).isEqualTo(100);
    }
  }

  @Test
  void says_that_there_is_no_socket() {
    String nowhere = folder.resolve("nowhere.sock").toString();

    assertThat(failure(nowhere, "app/n1", "50%")).contains(nowhere, "stats socket");
    assertThat(action.observe(words(nowhere, "app/n1", "50%"), anAttempt()))
        .isInstanceOf(Observation.Unknown.class);
    assertThat(action.poll(words(nowhere, "app/n1", "50%"), anAttempt()))
        .isInstanceOf(Outcome.NotYet.class);
  }

  @Test
  void says_that_nobody_listens() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path socket = folder.resolve("left.sock");
    unixServer(socket).close();

    assertThat(failure("127.0.0.1:" + port, "app/n1", "50%")).contains("Nobody listens");
    assertThat(failure(socket.toString(), "app/n1", "50%")).contains("Nobody listens");
  }

  @Test
  @Timeout(30)
  void gives_up_a_socket_that_hangs() throws Exception {
    Path socket = folder.resolve("hangs.sock");
    try (var unix = unixServer(socket);
        var tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(failure(socket.toString(), "app/n1", "50%")).contains("did not answer");
      assertThat(failure("127.0.0.1:" + tcp.getLocalPort(), "app/n1", "50%"))
          .contains("did not answer");
      assertThat(unix.isOpen()).isTrue();
    }
  }

  private static ServerSocketChannel unixServer(Path socket) throws Exception {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(socket));
  }

  private String failure(String address, String server, String weight) {
    var attempt = with(anAttempt(), Duration.ofMillis(500));
    var outcome = action.start(words(address, server, weight), attempt);
    return outcome instanceof Outcome.Failed(var reason) ? reason : outcome.toString();
  }

  private static Haproxy words(String address, String server, String weight) {
    return new Haproxy(address, server, Optional.of(State.MAINT), Optional.of(weight), true);
  }
}
