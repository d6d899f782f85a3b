package dev.evenkeel.server.comms.draft;

import java.time.ZoneId;

/** Who reads a message, in which language and by which clock. */
public record Audience(AudienceClass detail, Language language, ZoneId zone) {}
