package dev.evenkeel.server.comms.engine;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.Posted;

/**
 * A message in hand.
 *
 * @param delivery the attempt that was written down for it
 */
record Claimed(Posted posted, Channel channel, long delivery) {}
