package dev.evenkeel.server.shared;

/** Who sends the request that is answered now. */
public interface WhoActs {
  /** {@link Actor#EVENKEEL} when there is no request. */
  Actor actor();
}
