package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Obstacle;
import java.time.Instant;
import java.util.Optional;

/**
 * Whoever knows why an upgrade should not begin at a moment tells it here. Who may override the
 * go-live checklist may override it, with a reason on record.
 */
public interface MomentObjection {
  Optional<Obstacle> against(Upgrade upgrade, Instant begins);
}
