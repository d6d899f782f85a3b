package dev.evenkeel.server.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One thing that somebody may do; {@link Role}s are sets of them. */
public enum Right {
  /** See everything but secrets. */
  VIEW("see everything but secrets"),
  /** Keep the estate: its documents and calendars, imports, callers, advisories, release dates. */
  ESTATE("keep the estate: documents, calendars, imports, advisories"),
  /** Ask for upgrades, and say what they are. */
  REQUEST("ask for upgrades and say what they are"),
  /** Plan upgrades: risks, sheets, terms, timetables, what was spent. */
  PLAN("plan upgrades: risks, sheets, terms, timetables, what was spent"),
  /** Agree to changes, or not. */
  APPROVE("agree to changes, or not"),
  /** Agree to what changes cost, or not. */
  BUDGET("agree to what changes cost, or not"),
  /** Start runs and command them; with that, whatever the server may do on its machine. */
  RUN("start runs and command them"),
  /** Say whether it is well after a change. */
  VALIDATE("say whether it is well after a change"),
  /** Tell people: messages, their plan, the status page. */
  COMMUNICATE("tell people: messages, their plan, the status page"),
  /** Let a run go forward outside of its window or inside of a freeze that names nobody else. */
  OVERRIDE("let runs go forward outside of windows and inside of freezes"),
  /** Keep people, their roles, tokens and secrets. */
  ADMINISTER("keep people, their roles, tokens and secrets");

  private final String says;

  Right(String says) {
    this.says = says;
  }

  /** What whoever has it may do, as the end of a sentence. */
  public String says() {
    return says;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The roles that have it. */
  public List<Role> roles() {
    return Arrays.stream(Role.values()).filter(role -> role.rights().contains(this)).toList();
  }

  /** Such as {@code the right plan (role engineer or admin)}. */
  public String words() {
    return "the right %s (role %s)"
        .formatted(word(), roles().stream().map(Role::word).collect(Collectors.joining(" or ")));
  }
}
