package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Quorum;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody asks others to agree to.
 *
 * @param from when it may begin; as planned when nothing is said
 * @param quorum who must agree; as the rules say when nothing is said
 * @param waiver why one person may have several duties; of an emergency only
 */
public record Asked(
    Request.Kind kind,
    String why,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<Quorum> quorum,
    Optional<String> waiver) {}
