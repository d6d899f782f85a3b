package dev.evenkeel.demo.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several instances of Tomcat in one folder, and the releases they can run.
 *
 * <pre>
 * ctl                      operates a node
 * releases/11.0.2/         tomcat -> the depot, webapps/ROOT
 * nodes/n1/                CATALINA_BASE; current -> ../../releases/11.0.2
 * oracle.log               every change made by ctl
 * </pre>
 *
 * Nodes outlive this program unless the fleet is closed.
 */
public final class Fleet implements AutoCloseable {

  private static final int AT_ONCE = 2;

  private final FleetFolder folder;
  private final List<Node> nodes;
  private final Ctl ctl;

  private Fleet(FleetFolder folder, List<Node> nodes, Ctl ctl) {
    this.folder = folder;
    this.nodes = List.copyOf(nodes);
    this.ctl = ctl;
  }

  /**
   * Lays out a fleet; nothing is started.
   *
   * @param home an empty or new folder
   * @param ports one node each, named n1, n2, …
   */
  public static Fleet layOut(Path home, List<Integer> ports) throws IOException {
    var folder = new FleetFolder(home.toAbsolutePath());
    folder.layOut();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      nodes.add(folder.node("n" + (i + 1), ports.get(i)));
    }
    return new Fleet(folder, nodes, new Ctl(folder.ctl()));
  }

  /** The fleet that was laid out in a folder before. */
  public static Fleet in(Path home) throws IOException {
    var folder = new FleetFolder(home.toAbsolutePath().normalize());
    return new Fleet(folder, folder.nodes(), new Ctl(folder.ctl()));
  }

  public List<Node> nodes() {
    return nodes;
  }

  public Ctl ctl() {
    return ctl;
  }

  public Path home() {
    return folder.home();
  }

  /** Makes a release available to every node. */
  public void add(Release release, Path tomcat) throws IOException {
    folder.addRelease(release, tomcat);
  }

  /** Stops the nodes, lets them all run {@code release}, and starts them. */
  public void start(Release release) throws IOException, InterruptedException {
    stop();
    onEach(node -> ctl.must("switch", node.name(), release.name()));
    onEach(node -> ctl.must("start", node.name()));
  }

  public void stop() throws IOException, InterruptedException {
    onEach(node -> ctl.must("stop", node.name()));
  }

  /** The release a node runs or, stopped, would start. */
  public String version(Node node) throws IOException, InterruptedException {
    return ctl.call("version", node.name()).output();
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Operation {
    void on(Node node) throws IOException, InterruptedException;
  }

  /** Two at a time: more only slow each other down on a small machine. */
  private void onEach(Operation operation) throws IOException, InterruptedException {
    try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<Void>> calls =
          nodes.stream()
              .<Callable<Void>>map(node ->
                  () -> {
                    operation.on(node);
                    return null;
                  })
              .toList();
      for (Future<Void> call : workers.invokeAll(calls)) {
        call.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }
}
