package dev.evenkeel.e2e.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evenkeel.demo.fleet.Fleet;
import dev.evenkeel.demo.fleet.Node;
import dev.evenkeel.e2e.Archive;
import dev.evenkeel.e2e.Called;
import dev.evenkeel.e2e.Scene;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fleet of {@code examples/tomcat-haproxy}, brought up and ended by its own scripts. */
public final class ExampleFleet implements AutoCloseable {
  private static final Path EXAMPLE = Archive.example("tomcat-haproxy");
  private static final List<String> PROGRAMS = List.of("haproxy", "prometheus");

  private static final Duration COLLECTED = Duration.ofSeconds(30);

  /** A change by somebody with a token; the scripts have none. */
  private static final Pattern BY_A_RUN =
      Pattern.compile(".*\"what\":\"begin\".*\"node\":\"(\\w+)\",\"token\":\"[^\"]+\".*");

  private final Scene scene;
  private final String ports;

  private ExampleFleet(Scene scene, String ports) {
    this.scene = scene;
    this.ports = ports;
  }

  /** Skips the journey on a machine that lacks the programs the example is about. */
  public static void assumePrograms() {
    for (String program : PROGRAMS) {
      assumeTrue(
          Stream.of(System.getenv("PATH") + ":/usr/sbin:/sbin")
              .flatMap(path -> Stream.of(path.split(":")))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
          program + " is not installed; .ci/run installs it");
    }
  }

  /** On the old release, behind HAProxy and watched by Prometheus. */
  public static ExampleFleet up(Scene scene) throws Exception {
    var fleet = new ExampleFleet(scene, PortBlock.free());
    Called up = fleet.script("up");
    int code = up.exitCode(5);
    assumeFalse(
        up.err().contains("start the demo again"),
        "needs two versions of Tomcat from Maven: " + up.err());
    if (code != 0) {
      fleet.close();
    }
    assertThat(code).as(up.out() + up.err()).isZero();
    return fleet;
  }

  public Path runbook() {
    return EXAMPLE.resolve("runbook.yaml");
  }

  /** What the runbook must be told about this fleet. */
  public List<String> inputs() {
    return List.of("--input", "run=" + folder(), "--input", "ports=" + ports);
  }

  /** Where its users are served. */
  public URI users() {
    return URI.create("http://127.0.0.1:" + ports + "00/");
  }

  /** What runs on every node, as the nodes say. */
  public Map<String, String> versions() throws IOException, InterruptedException {
    Fleet fleet = Fleet.in(folder().resolve("fleet"));
    Map<String, String> versions = new TreeMap<>();
    for (Node node : fleet.nodes()) {
      boolean runs = fleet.ctl().call("running", node.name()).exit() == 0;
      versions.put(node.name(), runs ? fleet.version(node) : "down");
    }
    return versions;
  }

  /** The nodes a run changed something on, also if it brought that back. */
  public Set<String> touched() throws IOException {
    Set<String> nodes = new TreeSet<>();
    for (String line : Files.readAllLines(folder().resolve("fleet/oracle.log"))) {
      var change = BY_A_RUN.matcher(line);
      if (change.matches()) {
        nodes.add(change.group(1));
      }
    }
    return nodes;
  }

  /** Ends one of the programs beside the nodes, as when it crashes. */
  public void end(String program) throws IOException {
    ProcessHandle process =
        ProcessHandle.of(
                Long.parseLong(Files.readString(folder().resolve(program + ".pid")).strip()))
            .orElseThrow();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(process.onExit()).as(program).succeedsWithin(COLLECTED);
  }

  /** The command that operates nodes. */
  public Path ctl() {
    return folder().resolve("fleet/ctl");
  }

  private Path folder() {
    return scene.file("run");
  }

  private Called script(String name) throws IOException {
    List<String> command = List.of(EXAMPLE.resolve(name).toString(), folder().toString());
    return Called.start(scene, name, Archive.command(Map.of("PORTS", ports), command));
  }

  /** Ends it all, and sees that it has ended. */
  @Override
  public void close() throws IOException {
    List<ProcessHandle> members = members();
    Called down = script("down");
    try {
      assertThat(down.exitCode(2)).as(down.out() + down.err()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // What has ended is still listed until the first process of the system has taken note of it.
    assertThat(members)
        .as("what down left running")
        .allSatisfy(member ->
            assertThat(member.onExit()).as("process %s", member).succeedsWithin(COLLECTED));
  }

  /** Every process with a pid file in the folder, and what these started. */
  private List<ProcessHandle> members() throws IOException {
    List<ProcessHandle> members = new ArrayList<>();
    try (Stream<Path> files = Files.find(folder(), 4, (file, about) -> isPid(file))) {
      for (Path file : files.toList()) {
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
            .ifPresent(process -> {
              members.add(process);
              process.descendants().forEach(members::add);
            });
      }
    }
    return members;
  }

  private static boolean isPid(Path file) {
    String name = file.getFileName().toString();
    return name.equals("pid") || name.endsWith(".pid");
  }
}
