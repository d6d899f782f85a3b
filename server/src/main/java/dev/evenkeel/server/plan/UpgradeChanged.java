package dev.evenkeel.server.plan;

/** An upgrade was added or edited. Published in the same transaction. */
public record UpgradeChanged(Upgrade upgrade) {}
