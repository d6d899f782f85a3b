package dev.evenkeel.demo;

import dev.evenkeel.demo.fleet.Fleet;
import dev.evenkeel.demo.fleet.Release;
import dev.evenkeel.demo.fleet.Releases;
import dev.evenkeel.demo.fleet.TomcatDepot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts just the fleet, for examples and comparisons that bring a proxy of their own. */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the old release on four Tomcats and leaves them running.",
      "FOLDER/ctl operates them from then on; all releases, good and bad, are in FOLDER/releases."
    })
final class FleetCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FOLDER", description = "where the fleet is laid out")
  private Path folder = Path.of("fleet");

  @Option(
      names = "--ports",
      split = ",",
      description = "one Tomcat each (default: ${DEFAULT-VALUE})",
      defaultValue = "9001,9002,9003,9004")
  private List<Integer> ports = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Fleet fleet = Fleet.layOut(folder, ports);
      Releases.addAll(fleet, TomcatDepot.ofUser(System.getenv()), out::println);
      fleet.start(Release.OLD);
      fleet.nodes().forEach(node -> out.println(node.name() + " " + node.address()));
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }
}
