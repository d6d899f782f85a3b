package dev.evenkeel.server.comms;

import java.util.List;

/** Knows what would miss a channel, so that it is not removed meanwhile. */
public interface ChannelUse {

  /**
   * @return in words, such as {@code the plan of messages of upgrade 12}
   */
  List<String> of(String channel);
}
