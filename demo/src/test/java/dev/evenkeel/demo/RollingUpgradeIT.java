package dev.evenkeel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.evenkeel.demo.fleet.Ctl;
import dev.evenkeel.demo.fleet.FetchFailed;
import dev.evenkeel.demo.fleet.Fleet;
import dev.evenkeel.demo.fleet.Node;
import dev.evenkeel.demo.fleet.Ports;
import dev.evenkeel.demo.fleet.Release;
import dev.evenkeel.demo.fleet.TomcatDepot;
import dev.evenkeel.demo.load.Load;
import dev.evenkeel.demo.load.LoadPlan;
import dev.evenkeel.demo.load.LoadReport;
import dev.evenkeel.demo.proxy.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fleet, proxy and load together, driven by hand with the very steps of the runbook. */
class RollingUpgradeIT {

  @TempDir Path home;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void no_user_notices_an_upgrade_node_by_node() throws Exception {
    try (Fleet fleet = Fleet.layOut(home, Ports.free(3))) {
      addReleases(fleet);
      fleet.start(Release.OLD);
      Map<String, URI> nodes = new LinkedHashMap<>();
      fleet.nodes().forEach(node -> nodes.put(node.name(), node.address()));
      try (Proxy proxy = Proxy.start(nodes, 0, 0);
          Load load = Load.start(LoadPlan.usual(URI.create(proxy.address() + "/")))) {
        Ctl ctl = fleet.ctl();
        for (Node node : fleet.nodes()) {
          put(proxy, node, "{\"state\":\"drain\",\"settleSeconds\":10}");
          ctl.must("stop", node.name());
          ctl.must("switch", node.name(), Release.NEW.name());
          ctl.must("start", node.name());
          put(proxy, node, "{\"state\":\"ready\"}");
        }
        LoadReport report = load.finish();
        System.out.println(report);
        assertThat(report.failed()).isZero();
        assertThat(report.longestInterruptionSeconds()).isZero();
        assertThat(report.releases()).containsOnlyKeys("10.1.30", "11.0.2");
      }
    }
  }

  private static void addReleases(Fleet fleet) throws Exception {
    TomcatDepot depot = TomcatDepot.ofUser(System.getenv());
    try {
      fleet.add(Release.OLD, depot.tomcat(Release.OLD.tomcat(), System.out::println));
      fleet.add(Release.NEW, depot.tomcat(Release.NEW.tomcat(), System.out::println));
    } catch (FetchFailed e) {
      abort("needs two versions of Tomcat: " + e.getMessage());
    }
  }

  private void put(Proxy proxy, Node node, String change) throws Exception {
    var uri = URI.create(proxy.admin() + "/admin/nodes/" + node.name());
    var request = HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(change)).build();
    var response = http.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }
}
