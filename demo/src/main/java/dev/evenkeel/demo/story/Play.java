package dev.evenkeel.demo.story;

import dev.evenkeel.demo.app.Fault;
import dev.evenkeel.demo.load.LoadReport;
import dev.evenkeel.demo.server.LogLine;
import dev.evenkeel.demo.server.Run;
import dev.evenkeel.demo.server.RunsApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Carries out a plot on a stage: asks the server for one run after the other, and follows each to
 * its end. Decides nothing about a run: whether it goes back is the server's affair.
 */
public final class Play {

  private static final long LOOK_AGAIN_MILLIS = 200;

  /** Users go on a little before and after, as they would. */
  private static final long AROUND_SECONDS = 5;

  private static final int CALM_LOOKS = 10;
  private static final long CALM_LOOK_SECONDS = 3;

  /** The long requests take 800 ms on any fleet. */
  private static final long CALM_P99_MILLIS = 1_000;

  private final Stage stage;
  private final Narrator narrator;
  private final Consumer<String> onRun;

  /**
   * @param onRun gets the address of every run's page once it has begun
   */
  public Play(Stage stage, Narrator narrator, Consumer<String> onRun) {
    this.stage = stage;
    this.narrator = narrator;
    this.onRun = onRun;
  }

  public DemoReport play(Plot plot) throws IOException, InterruptedException {
    awaitCalm();
    List<ActReport> reports = new ArrayList<>();
    for (Act act : plot.acts()) {
      reports.add(play(act));
    }
    Summary.of(reports).forEach(narrator::line);
    narrator.line("");
    return DemoReport.of(reports);
  }

  /**
   * Programs that have just started are slow, and a machine that still builds something is slower:
   * what users saw then would say nothing about the upgrade.
   */
  private void awaitCalm() throws InterruptedException {
    narrator.say("Letting the fleet warm up");
    for (int looks = 0; looks < CALM_LOOKS; looks++) {
      stage.load().startAnew();
      TimeUnit.SECONDS.sleep(CALM_LOOK_SECONDS);
      LoadReport look = stage.load().report();
      if (look.failed() == 0 && look.p99Millis() < CALM_P99_MILLIS) {
        return;
      }
    }
    narrator.say(
        "This machine is busy with something else; times will be longer than they need be");
  }

  private ActReport play(Act act) throws IOException, InterruptedException {
    narrator.chapter(act.title());
    stage.load().startAnew();
    TimeUnit.SECONDS.sleep(AROUND_SECONDS);
    RunsApi api = stage.server().api();
    String id = api.start(DemoRunbook.text(stage.fleet().nodes()), inputs(act));
    onRun.accept(stage.server().address() + "/runs/" + id);
    var moments = new Moments();
    Run end = follow(act, api, id, moments);
    TimeUnit.SECONDS.sleep(AROUND_SECONDS);
    LoadReport load = stage.load().report();
    Outcome outcome = Outcome.of(end.status());
    LoadReport.Seen bad =
        act.to().fault() == Fault.NONE ? null : load.releases().get(act.to().name());
    return new ActReport(
        act.to().name(),
        outcome,
        outcome == act.expected(),
        end.reason(),
        moments.seconds(),
        load,
        bad == null ? 0 : bad.answers(),
        moments.detectSeconds(bad),
        moments.backSeconds(),
        stage.versions());
  }

  private Map<String, String> inputs(Act act) {
    return Map.of(
        "fleet", stage.fleet().home().toString(),
        "proxy", stage.proxy().admin().toString(),
        "from", act.from().name(),
        "to", act.to().name());
  }

  private Run follow(Act act, RunsApi api, String id, Moments moments)
      throws IOException, InterruptedException {
    var teller = new RunTeller(narrator, stage.load()::report);
    var crash = new Crash(stage.server(), narrator, act.crash());
    long told = 0;
    while (true) {
      Run run = api.run(id);
      moments.see(run);
      for (LogLine line : api.log(id, told)) {
        teller.tell(line);
        told = line.seq();
      }
      if (run.rests()) {
        return run;
      }
      crash.perhaps(run);
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
  }
}
