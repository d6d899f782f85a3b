package dev.evenkeel.server.comms.courier;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an attempt ended, in words for people. */
public sealed interface Handover {
  String says();

  /** The receiver took it. */
  record Taken(String says) implements Handover {}

  /**
   * Not all fared alike.
   *
   * @param remaining who has not got it and may get it another time
   * @param refused who never gets it like this
   */
  record Partly(List<String> remaining, List<String> refused, String says) implements Handover {
    public Partly {
      remaining = List.copyOf(remaining);
      refused = List.copyOf(refused);
    }
  }

  /**
   * Nobody has it; another time they may.
   *
   * @param everything whether nothing else would get there either
   * @param after how long the receiver asks to wait
   */
  record Later(String says, boolean everything, Optional<Duration> after) implements Handover {
    public static Later thisOne(String says) {
      return new Later(says, false, Optional.empty());
    }

    public static Later everything(String says) {
      return new Later(says, true, Optional.empty());
    }
  }

  /** Nobody has it, and trying again changes nothing. */
  record TurnedDown(String says) implements Handover {}

  /** It was on its way when the connection broke; nobody knows whether it arrived. */
  record InDoubt(String says) implements Handover {}
}
