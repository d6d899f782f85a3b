package dev.evenkeel.server.approval;

import java.time.Instant;

/** When the board comes together. */
public record Meeting(long id, Instant at, String title) {}
