package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel run confirm}. */
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description = "Answers a step that asks a person.")
final class ConfirmCommand implements Runnable {
  @Mixin private final RunDesk desk;
  @Mixin private final RunArgument run = new RunArgument();

  @Parameters(
      index = "1",
      paramLabel = "ATTEMPT",
      description = "the attempt that asks, or the key of its step, such as w1/wave/ask")
  private String asking = "";

  @Option(names = "--evidence", paramLabel = "TEXT", description = "what shows that it is so")
  private String evidence = "";

  @Option(names = "--decline", description = "says no; the step fails")
  private boolean decline;

  ConfirmCommand(Caller caller) {
    this.desk = new RunDesk(caller);
  }

  @Override
  public void run() {
    Runs runs = desk.runs();
    String attempt = asking.contains("/") ? attemptOf(runs) : asking;
    desk.answer(runs.confirm(run.id(), attempt, !decline, evidence));
  }

  private String attemptOf(Runs runs) {
    return Json.MAPPER.treeToValue(runs.run(run.id()), RunFacts.class).now().stream()
        .filter(step -> step.key().equals(asking))
        .map(RunFacts.Step::attempt)
        .findFirst()
        .orElseThrow(() ->
            new Trouble(
                ExitCode.NOT_FOUND,
                "Step %s of run %s asks nothing now. See what does: evenkeel run show %s"
                    .formatted(asking, run.id(), run.id())));
  }
}
