package dev.evenkeel.optimiser.problem;

/** How much one unit of money counts for each part of the objective. */
public record Weights(long downtime, long risk, long cost) {}
