package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;

/** Somebody filled in a sheet of an upgrade. Published in the same transaction. */
public record SheetKept(UpgradeId upgrade, String kind) {}
