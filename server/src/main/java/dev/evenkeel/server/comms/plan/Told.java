package dev.evenkeel.server.comms.plan;

import java.time.Instant;

/**
 * An advance notice that went out.
 *
 * @param window for when people were told that it happens
 */
record Told(Instant at, Window window) {}
