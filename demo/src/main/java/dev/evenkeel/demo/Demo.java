package dev.evenkeel.demo;

import dev.evenkeel.demo.fleet.TomcatDepot;
import dev.evenkeel.demo.server.Archive;
import dev.evenkeel.demo.story.DemoReport;
import dev.evenkeel.demo.story.Ending;
import dev.evenkeel.demo.story.Gallery;
import dev.evenkeel.demo.story.Narrator;
import dev.evenkeel.demo.story.Play;
import dev.evenkeel.demo.story.Plot;
import dev.evenkeel.demo.story.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code evenkeel demo}: exit code 0 when every upgrade came out as it should. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Upgrades four real Tomcats under load while you watch: first to a good release, then to a"
            + " bad one, which is taken back by itself. Needs nothing but the JDK and Maven; touches"
            + " nothing of yours.",
    subcommands = {FleetCommand.class, LoadCommand.class})
public final class Demo implements Callable<Integer> {

  static {
    // The archive brings Logback along, which without a word from us would print everything.
    System.setProperty(
        "logback.configurationFile", String.valueOf(Demo.class.getResource("quiet.xml")));
  }

  private static final int ENDED_BY_USER = 130;

  @Option(
      names = "--fault",
      completionCandidates = Faults.class,
      description = "one story instead of both: ${COMPLETION-CANDIDATES}")
  private @Nullable String fault;

  @Option(names = "--headless", description = "opens no browser and ends by itself")
  private boolean headless;

  @Option(names = "--json", description = "says what came out as one last line of JSON")
  private boolean json;

  @Option(names = "--port", description = "port of the run page (default: 8080, or a free one)")
  private @Nullable Integer port;

  @Option(names = "--keep", description = "leaves all running at the end, until Ctrl-C")
  private boolean keep;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The words of {@code --fault}. */
  static final class Faults implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Plot.faults().iterator();
    }
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Demo()).setCommandName("evenkeel demo").execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Plot plot = plot();
    PrintWriter out = spec.commandLine().getOut();
    var narrator = new Narrator(out);
    try (Ending ending = Ending.alsoOnCtrlC()) {
      return play(plot, narrator, out, ending);
    }
  }

  private int play(Plot plot, Narrator narrator, PrintWriter out, Ending ending)
      throws IOException, InterruptedException {
    try {
      var depot = TomcatDepot.ofUser(System.getenv());
      var archive = Archive.ofThisProgram();
      Stage stage = Stage.set(depot, archive, plot.opening(), port, narrator, ending);
      var gallery = Gallery.open(stage.server(), narrator, !headless, ending);
      DemoReport report = new Play(stage, narrator, gallery::show).play(plot);
      if (json) {
        out.println(JsonMapper.builder().build().writeValueAsString(report));
        out.flush();
      }
      if (keep || lookedAt()) {
        narrator.say("All of it still runs, so that you can look around. Ctrl-C ends it.");
        Thread.sleep(Long.MAX_VALUE);
      }
      return report.asExpected() ? 0 : 1;
    } catch (IOException e) {
      if (!ending.isOver()) {
        spec.commandLine().getErr().println("evenkeel demo: " + e.getMessage());
      }
      return ending.isOver() ? ENDED_BY_USER : 1;
    } catch (RuntimeException e) {
      if (ending.isOver()) {
        return ENDED_BY_USER;
      }
      throw e;
    }
  }

  private Plot plot() {
    try {
      return fault == null ? Plot.whole() : Plot.of(fault);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private boolean lookedAt() {
    var console = System.console();
    return !headless && !json && console != null && console.isTerminal();
  }
}
