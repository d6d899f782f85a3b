/** Channels, messages and their deliveries in the database. */
@NullMarked
package dev.evenkeel.server.comms.store;

import org.jspecify.annotations.NullMarked;
