package dev.evenkeel.server.risk;

import dev.evenkeel.server.risk.reckon.Strategy;
import java.time.Instant;
import java.util.Map;

/**
 * What was advised from a moment on.
 *
 * @param scores all scores, to tell one advice from another
 * @param facts from which it was computed
 * @param why what had changed
 */
public record AdviceNote(
    Instant at, Strategy strategy, String scores, Map<String, String> facts, String why) {}
