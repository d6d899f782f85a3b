package dev.evenkeel.runbook.words;

import java.util.Optional;

/** Moves a server in or out of an HAProxy backend through the runtime API. */
@Says("sets state or weight of a server in HAProxy through its runtime API")
@Keys(atLeastOne = {"state", "weight"})
public record Haproxy(
    @Says("runtime API: path of a unix socket, or host:port") String address,
    @Says("backend/server") String server,
    @Says("state to set; ready, drain or maint") Optional<State> state,
    @Says("weight to set, as HAProxy takes it: 50% of its own, or a number")
        Optional<String> weight,
    @Says(
            value =
                "wait until the server's sessions are gone (drain, maint) or its health check passes (ready)",
            fallback = "true")
        boolean settle) {

  /** What HAProxy calls the administrative state of a server. */
  public enum State {
    READY,
    DRAIN,
    MAINT
  }
}
