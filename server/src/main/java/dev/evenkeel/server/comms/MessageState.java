package dev.evenkeel.server.comms;

import java.util.Locale;

/**
 * <pre>
 * WAITING --a lane takes it--> SENDING --taken by the receiver--> SENT
 *  | ^  ^                        |  |
 *  | |  +---- not this time -----+  +--turned down, too late, in doubt--> FAILED
 *  | +----------------- a person asks for it again ------------------------+
 *  +--a person takes it back--> WITHDRAWN <--nothing more is wanted-- FAILED
 * </pre>
 */
public enum MessageState {
  WAITING,
  SENDING,
  SENT,
  FAILED,
  WITHDRAWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
