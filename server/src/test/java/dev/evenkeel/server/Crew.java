package dev.evenkeel.server;

import dev.evenkeel.server.shared.Role;
import java.util.List;

/** Roles that one person often has together. */
public final class Crew {
  /** Who asks for upgrades, plans them and runs them. */
  public static final List<Role> ALL_HANDS = List.of(Role.REQUESTER, Role.ENGINEER, Role.OPERATOR);

  private Crew() {}
}
