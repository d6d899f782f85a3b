package dev.evenkeel.server.comms.outside;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of telling a place.
 *
 * @param remote what the place calls it
 * @param until when it ends there by itself
 */
record Told(Sign.State state, Optional<String> remote, Optional<Instant> until, String says) {}
