package dev.evenkeel.server.comms;

import java.util.Optional;

/**
 * Which messages are wanted, the newest first.
 *
 * @param channel name; empty for all
 * @param about a path, with what is below it; empty for all
 * @param before only older ones than this
 */
public record MessageFilter(
    Optional<MessageState> state, String channel, String about, long before, int limit) {}
