package dev.evenkeel.server.comms;

import java.util.Locale;

/**
 * <pre>
 * WAITING --a lane takes it--> SENDING --taken by the receiver--> SENT
 *  | ^  ^                        |  |
 *  | |  +---- not this time -----+  +--turned down, too late, in doubt--> FAILED
 *  | +----------------- a person asks for it again ------------------------+
 *  +--a person takes it back--> WITHDRAWN <--nothing more is wanted-- FAILED
 *
 * HELD --its digest is written--> GATHERED --the digest is SENT, WITHDRAWN--> SENT, WITHDRAWN
 *  +--a person takes it back--> WITHDRAWN
 * </pre>
 */
public enum MessageState {
  /** Can wait, and does, for the digest of its channel. */
  HELD,
  /** Part of a digest, which is on its way. */
  GATHERED,
  WAITING,
  SENDING,
  SENT,
  FAILED,
  WITHDRAWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
