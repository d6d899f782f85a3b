package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Obstacle;
import java.util.List;

/**
 * Whoever keeps runs in production from starting says here what would keep one of an upgrade from
 * it just now, by the same rule.
 */
public interface StartObjection {
  List<Obstacle> against(Upgrade upgrade);
}
