/** Delivers what waits in the outbox. */
@NullMarked
package dev.evenkeel.server.comms.engine;

import org.jspecify.annotations.NullMarked;
