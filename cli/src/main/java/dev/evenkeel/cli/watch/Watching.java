package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Terminal;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.Runs;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Watching a run, in the way that suits who watches. */
public final class Watching {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int MANY_ROWS = 1_000;

  private final Caller caller;
  private final Runs runs;
  private final PrintWriter out;
  private final PrintWriter err;

  public Watching(Caller caller, Runs runs, PrintWriter out, PrintWriter err) {
    this.caller = caller;
    this.runs = runs;
    this.out = out;
    this.err = err;
  }

  /** Until the run is over or, when nobody is there to act, waits for a person. */
  public ExitCode watch(String id, boolean json) {
    return watch(id, json, Follower::follow);
  }

  /** The same, of a run that the server took in just now. */
  public ExitCode watchTaken(String id, boolean json) {
    return watch(id, json, Follower::followOn);
  }

  private ExitCode watch(String id, boolean json, BiFunction<Follower, Onlooker, Ending> follow) {
    Onlooker onlooker = onlooker(json);
    AtomicBoolean over = new AtomicBoolean();
    // Ctrl-C ends this process from another thread; the hook is its last word.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              if (!over.get()) {
                onlooker.leaves(
                    "Run %s goes on without you. Come back with: evenkeel run watch %s"
                        .formatted(id, id));
              }
            }));
    try {
      return follow.apply(new Follower(runs, id, PAUSE), onlooker).exitCode();
    } finally {
      over.set(true);
    }
  }

  private Onlooker onlooker(boolean json) {
    if (json) {
      return new JsonLines(out, err);
    }
    return caller.terminal().canRedraw()
        ? new LiveScreen(caller, out)
        : new PlainLines(out, caller.clock().getZone());
  }

  /** The run as it is now, once. */
  public void show(JsonNode document) {
    RunFacts run = Json.MAPPER.treeToValue(document, RunFacts.class);
    // Nothing is drawn over, so it may be as long as it takes.
    Terminal.Size size = new Terminal.Size(caller.terminal().size().columns(), MANY_ROWS);
    new RunScreen(
            run,
            caller.clock().instant(),
            caller.clock().getZone(),
            size,
            new Signs(caller.terminal().unicode()))
        .lines(Optional.empty())
        .forEach(line -> out.println(caller.terminal().canRedraw() ? line.ansi() : line.plain()));
    out.flush();
  }
}
