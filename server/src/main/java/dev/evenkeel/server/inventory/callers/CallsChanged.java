package dev.evenkeel.server.inventory.callers;

/** Calls were taken, or somebody said who a caller is. Published in the same transaction. */
public record CallsChanged() {}
