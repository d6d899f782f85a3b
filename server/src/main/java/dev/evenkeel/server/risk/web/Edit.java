package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;

/** Who fills in a sheet of which upgrade, and when. */
record Edit(Upgrade upgrade, Actor actor, Instant now) {}
