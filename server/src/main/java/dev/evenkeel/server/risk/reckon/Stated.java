package dev.evenkeel.server.risk.reckon;

import java.math.BigDecimal;

/**
 * A number somebody gave.
 *
 * @param source where it comes from, in words
 */
public record Stated(BigDecimal amount, String source) {}
