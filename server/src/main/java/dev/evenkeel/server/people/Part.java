package dev.evenkeel.server.people;

import dev.evenkeel.server.risk.SheetKind;
import java.util.List;

/**
 * What people write down of the people of an upgrade.
 *
 * @param path in addresses
 */
public record Part<T>(String path, SheetKind<T> kind) {
  public static final Part<Stakes> STAKES =
      new Part<>("stakeholders", new SheetKind<>("stakeholders", Stakes.class, Stakes.EMPTY));
  public static final Part<Team> TEAM =
      new Part<>("team", new SheetKind<>("team", Team.class, Team.EMPTY));
  public static final Part<Duties> DUTIES =
      new Part<>("duties", new SheetKind<>("duties", Duties.class, Duties.EMPTY));
  public static final Part<KickOff> KICK_OFF =
      new Part<>("kick-off", new SheetKind<>("kick-off", KickOff.class, KickOff.EMPTY));
  public static final Part<Escalation> ESCALATION =
      new Part<>("escalation", new SheetKind<>("escalation", Escalation.class, Escalation.EMPTY));

  public static final List<Part<?>> ALL = List.of(STAKES, TEAM, DUTIES, KICK_OFF, ESCALATION);
}
