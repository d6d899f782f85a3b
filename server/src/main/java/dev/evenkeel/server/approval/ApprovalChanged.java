package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.Upgrade;

/** Somebody asked for agreement, gave it or took it back. Published in the same transaction. */
public record ApprovalChanged(Upgrade upgrade, Standing standing) {}
