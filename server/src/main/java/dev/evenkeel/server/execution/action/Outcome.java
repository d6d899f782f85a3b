package dev.evenkeel.server.execution.action;

import java.time.Duration;
import java.util.Map;

/** What an action says about its attempt. */
public sealed interface Outcome {

  /**
   * The work is done.
   *
   * @param outputs what later steps may refer to as {@code ${steps.ID.NAME}}
   */
  record Done(Map<String, String> outputs) implements Outcome {
    public Done {
      outputs = Map.copyOf(outputs);
    }

    public static Done withoutOutput() {
      return new Done(Map.of());
    }
  }

  /**
   * The work goes on; the worker is free meanwhile.
   *
   * @param waitingFor shown to people, such as {@code connection refused by 127.0.0.1:9001}
   * @param memo what the action wants to find again in {@link Attempt#memo} when it is polled next
   */
  record NotYet(Duration askAgainIn, String waitingFor, String memo) implements Outcome {
    public NotYet(Duration askAgainIn, String waitingFor) {
      this(askAgainIn, waitingFor, "");
    }
  }

  /** The work has failed and is over. */
  record Failed(String reason) implements Outcome {}

  /**
   * Nobody can tell how the work ended: a command vanished in a restart of its machine, a
   * connection broke while a commit was on its way. The engine falls back on the step's {@code
   * observe}.
   *
   * @param over whether it is certain that nothing of it goes on any more. Only then does a look
   *     that shows no effect mean that there will be none.
   */
  record Unknown(String why, boolean over) implements Outcome {

    /** Something of it may still go on, here or at the other end. */
    public Unknown(String why) {
      this(why, false);
    }

    public static Unknown andOver(String why) {
      return new Unknown(why, true);
    }
  }
}
