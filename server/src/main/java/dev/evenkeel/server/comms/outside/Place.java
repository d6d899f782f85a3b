package dev.evenkeel.server.comms.outside;

import java.time.Instant;

/** A place as it is kept. */
public record Place(long id, PlaceTerms terms, long version, Instant changedAt, String changedBy) {}
