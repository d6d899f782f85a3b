package dev.evenkeel.server.plan;

import java.util.Optional;

/** Whoever knows why an item of the go-live checklist is no all the same, tells it here. */
public interface GateObjection {
  /**
   * Why not.
   *
   * @param path of the page where it is put right
   */
  record Objection(String says, String path) {
    /** Both reasons; the page is that of the first. */
    Objection and(Objection other) {
      return new Objection("%s %s".formatted(says, other.says()), path);
    }
  }

  Optional<Objection> against(Upgrade upgrade, Gate gate);
}
