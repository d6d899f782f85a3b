package dev.evenkeel.cli.run;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.server.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a person orders a run to do. */
abstract class OrderCommand implements Runnable {
  @Mixin final RunDesk desk;
  @Mixin final RunArgument run = new RunArgument();
  @Mixin final ReasonOption reason = new ReasonOption();

  private final String command;

  /**
   * @param command the server's word for it
   */
  OrderCommand(Caller caller, String command) {
    this.desk = new RunDesk(caller);
    this.command = command;
  }

  String command(Runs runs) {
    return command;
  }

  /** Key of the step it is about; empty when it is about the whole run. */
  String step() {
    return "";
  }

  /** Why it goes forward outside of its window or inside of a freeze; empty when it need not. */
  String override() {
    return "";
  }

  @Override
  public void run() {
    Runs runs = desk.runs();
    desk.answer(runs.order(run.id(), command(runs), step(), reason.reason(), override()));
  }

  /** {@code evenkeel run pause}. */
  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Lets no further step begin; what is under way goes on.")
  static final class Pause extends OrderCommand {
    Pause(Caller caller) {
      super(caller, "PAUSE");
    }
  }

  /** {@code evenkeel run resume}. */
  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Lets a paused or held run go on, and starts one taken in with --no-start.")
  static final class Resume extends OrderCommand {
    @Mixin private final OverrideOption override = new OverrideOption();

    Resume(Caller caller) {
      super(caller, "RESUME");
    }

    @Override
    String command(Runs runs) {
      boolean ready = runs.run(run.id()).path("status").asString().equals("READY");
      return ready ? "START" : super.command(runs);
    }

    @Override
    String override() {
      return override.reason();
    }
  }

  /** {@code evenkeel run rollback}. */
  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = "Stops what is under way and undoes what was done, the newest first.")
  static final class RollBack extends OrderCommand {
    RollBack(Caller caller) {
      super(caller, "ROLL_BACK");
    }
  }

  /** {@code evenkeel run abort}. */
  @Command(
      name = "abort",
      mixinStandardHelpOptions = true,
      description = "Stops what is under way and leaves all as it is. Needs a reason.")
  static final class Abort extends OrderCommand {
    Abort(Caller caller) {
      super(caller, "ABORT");
    }
  }

  /** What is ordered about one step. */
  abstract static class StepOrder extends OrderCommand {
    @Parameters(index = "1", paramLabel = "STEP", description = "its key, such as w1/n1/stop")
    private String step = "";

    StepOrder(Caller caller, String command) {
      super(caller, command);
    }

    @Override
    String step() {
      return step;
    }
  }

  /** {@code evenkeel run retry}. */
  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Tries a step again that failed, was stopped, or of which nobody knows.")
  static final class Retry extends StepOrder {
    @Mixin private final OverrideOption override = new OverrideOption();

    Retry(Caller caller) {
      super(caller, "RETRY");
    }

    @Override
    String override() {
      return override.reason();
    }
  }

  /** {@code evenkeel run skip}. */
  @Command(
      name = "skip",
      mixinStandardHelpOptions = true,
      description = "Leaves a step out, or takes it as settled by hand. Needs a reason.")
  static final class Skip extends StepOrder {
    @Mixin private final OverrideOption override = new OverrideOption();

    Skip(Caller caller) {
      super(caller, "SKIP");
    }

    @Override
    String override() {
      return override.reason();
    }
  }
}
