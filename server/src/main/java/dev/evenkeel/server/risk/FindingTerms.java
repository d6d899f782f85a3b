package dev.evenkeel.server.risk;

import java.util.Optional;

/**
 * What people say of a risk.
 *
 * @param title of one that a person wrote; what is computed keeps its own
 * @param likelihood empty: as it is computed
 */
public record FindingTerms(
    String title,
    String detail,
    Optional<Integer> likelihood,
    Optional<Integer> impact,
    Optional<String> owner,
    Optional<String> mitigation,
    FindingState state) {}
