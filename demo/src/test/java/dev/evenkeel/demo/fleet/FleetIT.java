package dev.evenkeel.demo.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.evenkeel.demo.app.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real Tomcats, operated as a runbook operates them. */
class FleetIT {

  @TempDir static Path home;

  static Fleet fleet;

  final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void lays_out_two_nodes() throws Exception {
    fleet = Fleet.layOut(home, Ports.free(2));
    try {
      TomcatDepot depot = TomcatDepot.ofUser(System.getenv());
      for (Release release :
          List.of(
              Release.OLD, Release.NEW, Release.bad(Fault.ERRORS), Release.bad(Fault.WONT_START))) {
        fleet.add(release, depot.tomcat(release.tomcat(), System.out::println));
      }
    } catch (FetchFailed e) {
      abort("needs two versions of Tomcat: " + e.getMessage());
    }
  }

  @AfterEach
  void stops_the_nodes() throws Exception {
    fleet.stop();
  }

  @AfterAll
  static void leaves_nothing_running() throws Exception {
    fleet.close();
  }

  @Test
  void serves_the_old_release_and_after_a_switch_the_new_one() throws Exception {
    fleet.start(Release.OLD);
    for (Node node : fleet.nodes()) {
      assertThat(get(node, "/health").statusCode()).isEqualTo(200);
      assertThat(get(node, "/").body()).contains(node.name(), "10.1.30");
    }
    Node first = fleet.nodes().getFirst();
    Ctl ctl = fleet.ctl();
    ctl.must("stop", "n1");
    ctl.must("switch", "n1", Release.NEW.name());
    ctl.must("start", "n1");
    HttpResponse<String> page = get(first, "/");
    assertThat(page.body()).contains("Apache Tomcat/11.0.2");
    assertThat(page.headers().firstValue("X-Release")).hasValue("11.0.2");
    assertThat(get(first, "/version").body()).isEqualTo("11.0.2\n");
    assertThat(fleet.version(first)).isEqualTo("11.0.2");
    assertThat(fleet.version(fleet.nodes().getLast())).isEqualTo("10.1.30");
  }

  @Test
  void a_bad_release_fails_three_in_ten_and_stays_green() throws Exception {
    fleet.start(Release.bad(Fault.ERRORS));
    Node node = fleet.nodes().getFirst();
    int failed = 0;
    for (int i = 0; i < 20; i++) {
      failed += get(node, "/").statusCode() == 500 ? 1 : 0;
    }
    assertThat(failed).isEqualTo(6);
    assertThat(get(node, "/health").statusCode()).isEqualTo(200);
    assertThat(get(node, "/metrics").body())
        .contains("app_requests_total 20", "app_failures_total 6", "app_memory_kept_bytes");
  }

  @Test
  void says_why_a_release_does_not_start() throws Exception {
    Ctl ctl = fleet.ctl();
    ctl.must("switch", "n1", Release.bad(Fault.WONT_START).name());
    Ctl.Result start = ctl.call("start", "n1");
    assertThat(start.exit()).isEqualTo(3);
    assertThat(start.output()).contains("n1 ended while it started", "licence file is missing");
    assertThat(ctl.call("stopped", "n1").exit()).isZero();
    assertThat(ctl.call("version", "n1").output()).isEqualTo("11.0.2-wont-start");
  }

  @Test
  void a_node_whose_port_another_program_has_does_not_start() throws Exception {
    fleet.ctl().must("switch", "n1", Release.OLD.name());
    int port = fleet.nodes().getFirst().port();
    try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      Ctl.Result start = fleet.ctl().call("start", "n1");
      assertThat(start.exit()).as("%s holds the port", taken).isEqualTo(3);
      assertThat(start.output()).contains("n1 ended while it started", "Address already in use");
    }
  }

  @Test
  void doing_it_twice_changes_it_once() throws Exception {
    Ctl ctl = fleet.ctl();
    Files.deleteIfExists(home.resolve("oracle.log"));
    ctl.must("switch", "n1", "11.0.2");
    for (String op : List.of("start", "stop")) {
      ctl.must(op, "n1");
      ctl.must(op, "n1");
    }
    ctl.must("switch", "n1", "11.0.2");
    List<String> ends =
        Files.readAllLines(home.resolve("oracle.log")).stream()
            .filter(line -> line.contains("\"end\""))
            .map(line -> line.replaceAll(".*\"op\":\"(\\w+)\".*\"changed\":(\\w+).*", "$1 $2"))
            .toList();
    assertThat(ends.subList(1, 6))
        .containsExactly("start true", "start false", "stop true", "stop false", "switch false");
  }

  @Test
  void refuses_to_switch_a_running_node() throws Exception {
    fleet.start(Release.OLD);
    Ctl.Result refused = fleet.ctl().call("switch", "n1", "11.0.2");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.output()).contains("n1 runs; stop it before");
  }

  private HttpResponse<String> get(Node node, String path) throws Exception {
    var uri = URI.create(node.address() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
