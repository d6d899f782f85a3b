package dev.evenkeel.server.tasks;

import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.deadline.Workdays;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a template is launched.
 *
 * @param version of the template; the newest when empty
 * @param basis of the steps that count from the one before them, instead of that
 * @param owner whose duty the steps are that name no owner themselves, instead of the template's
 */
public record LaunchTerms(
    String template,
    Optional<Integer> version,
    Instant at,
    ZoneId zone,
    Workdays workdays,
    Optional<Basis> basis,
    Optional<Owner> owner) {}
