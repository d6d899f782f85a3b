package dev.evenkeel.server.shared;

import static dev.evenkeel.server.shared.Right.APPROVE;
import static dev.evenkeel.server.shared.Right.BUDGET;
import static dev.evenkeel.server.shared.Right.COMMUNICATE;
import static dev.evenkeel.server.shared.Right.ESTATE;
import static dev.evenkeel.server.shared.Right.PLAN;
import static dev.evenkeel.server.shared.Right.REQUEST;
import static dev.evenkeel.server.shared.Right.RUN;
import static dev.evenkeel.server.shared.Right.VALIDATE;
import static dev.evenkeel.server.shared.Right.VIEW;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A part in the process, with the rights it takes. Somebody may have several. */
public enum Role {
  VIEWER(EnumSet.of(VIEW)),
  REQUESTER(EnumSet.of(VIEW, REQUEST)),
  ENGINEER(EnumSet.of(VIEW, ESTATE, PLAN)),
  APPROVER(EnumSet.of(VIEW, APPROVE)),
  OPERATOR(EnumSet.of(VIEW, RUN)),
  VALIDATOR(EnumSet.of(VIEW, VALIDATE)),
  SPONSOR(EnumSet.of(VIEW, BUDGET)),
  COMMUNICATOR(EnumSet.of(VIEW, COMMUNICATE)),
  ADMIN(EnumSet.allOf(Right.class));

  private final Set<Right> rights;

  Role(EnumSet<Right> rights) {
    this.rights = Collections.unmodifiableSet(rights);
  }

  public Set<Right> rights() {
    return rights;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of this name, in small or capital letters.
   *
   * @throws Refused when there is none, with those there are
   */
  public static Role named(String name) {
    return Arrays.stream(values())
        .filter(role -> role.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.INVALID,
                "There is no role '%s'. Roles are %s."
                    .formatted(
                        name,
                        Arrays.stream(values())
                            .map(Role::word)
                            .collect(Collectors.joining(", ")))));
  }
}
