package dev.evenkeel.server.execution.action.haproxy;

import dev.evenkeel.runbook.words.Haproxy.State;

/**
 * One server as HAProxy has it.
 *
 * @param state what it was told to be, here or by its configuration
 * @param status in HAProxy's words, such as {@code UP}, {@code DOWN 1/2}, {@code no check}
 * @param checked whether it has a health check
 * @param serves whether HAProxy sends it users: its check passes, or it has none
 * @param sessions how many it has now
 * @param weight 0 to 256, as set; a slow start is not in it
 * @param ownWeight 0 to 256, as configured; percentages are of this
 */
record ServerState(
    State state,
    String status,
    boolean checked,
    boolean serves,
    int sessions,
    int weight,
    int ownWeight) {
  private static final int MAINT = 0x01 | 0x02 | 0x20 | 0x40;
  private static final int DRAIN = 0x08 | 0x10;
  private static final int HEAVIEST = 256;

  /**
   * @param bits HAProxy's {@code srv_admin_state}; being in maintenance goes before draining, and
   *     0x04 only says that the configuration once had it disabled
   */
  static State state(int bits) {
    if ((bits & MAINT) != 0) {
      return State.MAINT;
    }
    return (bits & DRAIN) != 0 ? State.DRAIN : State.READY;
  }

  /** What a weight comes to, rounded down as HAProxy does: {@code 16%} of its own, or a number. */
  int comesTo(String asked) {
    return asked.endsWith("%")
        ? Math.min(
            HEAVIEST,
            (int) (ownWeight * Long.parseLong(asked.substring(0, asked.length() - 1)) / 100))
        : Integer.parseInt(asked);
  }

  /** Whether sessions are gone, or the check passes: what there is to wait for in its state. */
  boolean settled() {
    return state == State.READY ? serves : sessions == 0;
  }

  /** What is missing to be settled. */
  String unsettled() {
    return state == State.READY
        ? "its health check does not pass yet, HAProxy says " + status
        : "%d %s left".formatted(sessions, sessions == 1 ? "session" : "sessions");
  }
}
