package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code evenkeel run watch}. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = {
      "Shows a run until it is over; leaving with Ctrl-C does not touch it.",
      "Piped, or with --json, it also ends when the run waits for a person."
    })
final class WatchCommand implements Callable<Integer> {
  @Mixin private final RunDesk desk;
  @Mixin private final RunArgument run = new RunArgument();

  WatchCommand(Caller caller) {
    this.desk = new RunDesk(caller);
  }

  @Override
  public Integer call() {
    return desk.watching().watch(run.id(), desk.json()).code();
  }
}
