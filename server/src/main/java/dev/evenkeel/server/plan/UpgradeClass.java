package dev.evenkeel.server.plan;

/** How much an upgrade changes, from little to everything. */
public enum UpgradeClass {
  PATCH,
  MINOR,
  MAJOR,
  /** Another product takes the place of the old one. */
  PLATFORM_SWAP
}
