package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;

/** Somebody added or changed a risk. Published in the same transaction. */
public record FindingChanged(UpgradeId upgrade) {}
