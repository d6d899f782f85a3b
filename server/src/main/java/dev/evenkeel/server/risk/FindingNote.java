package dev.evenkeel.server.risk;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/** Who changed what of a risk, and when. */
public record FindingNote(
    Instant at, Actor actor, String field, Optional<String> before, Optional<String> after) {}
