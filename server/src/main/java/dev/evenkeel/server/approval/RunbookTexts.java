package dev.evenkeel.server.approval;

import java.util.Optional;

/** Whoever keeps the texts of runbooks tells them here. */
public interface RunbookTexts {
  /**
   * A text of a runbook.
   *
   * @param digest its SHA-256
   */
  record Kept(String name, String digest, String text) {}

  Optional<Kept> of(String digest);

  /** The one that was taken in last under this name. */
  Optional<Kept> newest(String name);
}
