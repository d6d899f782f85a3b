package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.ChannelKind;

/** Takes messages to the receivers of one kind of channel. */
public interface Courier {
  ChannelKind kind();

  /**
   * Does not throw for what goes wrong on the way, and tells no secret.
   *
   * @param handingOver called once, before the moment from which on it may have arrived
   */
  Handover deliver(Parcel parcel, Runnable handingOver);
}
