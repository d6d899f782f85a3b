package dev.evenkeel.demo;

import dev.evenkeel.demo.load.Load;
import dev.evenkeel.demo.load.LoadPlan;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Starts just the load, for examples and comparisons that bring a proxy of their own. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Asks for a page by the clock, as many users would, and says as JSON what they saw.",
      "Ends after --seconds, or when it is told to (SIGTERM, Ctrl-C)."
    })
final class LoadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "URL", description = "the page, ending in a slash")
  private URI url = URI.create("http://127.0.0.1:9000/");

  @Option(
      names = "--rate",
      description = "requests a second (default: ${DEFAULT-VALUE})",
      defaultValue = "300")
  private int rate;

  @Option(names = "--seconds", description = "for how long (default: until told)")
  private long seconds = Long.MAX_VALUE;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    var told = new CountDownLatch(1);
    var reported = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              told.countDown();
              awaitQuietly(reported);
            }));
    LoadPlan usual = LoadPlan.usual(url);
    var plan = new LoadPlan(url, rate, usual.users(), usual.longEvery(), usual.patience());
    try (Load load = Load.start(plan)) {
      told.await(seconds, TimeUnit.SECONDS);
      var out = spec.commandLine().getOut();
      out.println(JsonMapper.builder().build().writeValueAsString(load.finish()));
      out.flush();
    } finally {
      reported.countDown();
    }
    return 0;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
