package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.draft.Language;
import java.time.Instant;

/** A message that everybody may read. */
public record OpenMessage(String key, Instant at, Language language, String subject, String text) {}
