package dev.evenkeel.server.retention;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;

/** That an upgrade is held, or is not any more. */
public record Hold(UpgradeId upgrade, boolean held, String why, Actor by, Instant at) {}
