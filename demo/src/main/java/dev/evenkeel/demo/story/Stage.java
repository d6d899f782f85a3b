package dev.evenkeel.demo.story;

import dev.evenkeel.demo.fleet.Fleet;
import dev.evenkeel.demo.fleet.Folders;
import dev.evenkeel.demo.fleet.Node;
import dev.evenkeel.demo.fleet.Ports;
import dev.evenkeel.demo.fleet.Release;
import dev.evenkeel.demo.fleet.Releases;
import dev.evenkeel.demo.fleet.TomcatDepot;
import dev.evenkeel.demo.load.Load;
import dev.evenkeel.demo.load.LoadPlan;
import dev.evenkeel.demo.proxy.Proxy;
import dev.evenkeel.demo.server.Archive;
import dev.evenkeel.demo.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that runs during a demo, in one folder.
 *
 * @param fleet four Tomcats
 * @param proxy in front of them
 * @param server Evenkeel
 * @param load the users
 */
public record Stage(Fleet fleet, Proxy proxy, ServerProcess server, Load load) {

  private static final List<Integer> NODE_PORTS = List.of(9001, 9002, 9003, 9004);
  private static final List<Integer> SERVER_PORT = List.of(8080);
  private static final List<Integer> PROXY_PORTS = List.of(9000, 9009);

  /**
   * Starts everything.
   *
   * @param opening the release the fleet begins on
   * @param port of the server; null takes the usual one, or another when that is taken
   * @param ending gets all that was started, also when not all of it starts
   */
  public static Stage set(
      TomcatDepot depot,
      Archive archive,
      Release opening,
      @Nullable Integer port,
      Narrator narrator,
      Ending ending)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("evenkeel-demo-");
    ending.with(() -> Folders.delete(folder));
    // PostgreSQL may run as another user and must get through to its data.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Fleet fleet = Fleet.layOut(folder.resolve("fleet"), Ports.preferring(NODE_PORTS));
    ending.with(fleet);
    Releases.addAll(fleet, depot, narrator::say);
    narrator.say("Starting four Tomcats %s".formatted(opening.tomcat()));
    fleet.start(opening);
    List<Integer> ports = Ports.preferring(PROXY_PORTS);
    Proxy proxy = ending.with(Proxy.start(addresses(fleet), ports.getFirst(), ports.getLast()));
    narrator.say("Starting the Evenkeel server");
    int serverPort = port == null ? Ports.preferring(SERVER_PORT).getFirst() : port;
    var server = new ServerProcess(archive, folder.resolve("data"), serverPort);
    ending.with(server);
    server.start();
    Load load = ending.with(Load.start(LoadPlan.usual(URI.create(proxy.address() + "/"))));
    return new Stage(fleet, proxy, server, load);
  }

  /** What every node runs, asked of the nodes. */
  Map<String, String> versions() throws IOException, InterruptedException {
    Map<String, String> versions = new TreeMap<>();
    for (Node node : fleet.nodes()) {
      versions.put(node.name(), fleet.version(node));
    }
    return versions;
  }

  private static Map<String, URI> addresses(Fleet fleet) {
    Map<String, URI> addresses = new LinkedHashMap<>();
    fleet.nodes().forEach(node -> addresses.put(node.name(), node.address()));
    return addresses;
  }
}
