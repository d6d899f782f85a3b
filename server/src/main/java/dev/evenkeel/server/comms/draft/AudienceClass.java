package dev.evenkeel.server.comms.draft;

import java.util.Locale;

/** Who reads, as far as it decides how much they are told. */
public enum AudienceClass {
  USERS("what they notice, and no names of people, waves or reasons"),
  SUPPORT("that, and whom to ask meanwhile"),
  MANAGEMENT("that, why, and who answers for it"),
  TECHNICAL("all of it: versions, waves, verdicts, the way back");

  private final String says;

  AudienceClass(String says) {
    this.says = says;
  }

  /** What they are told. */
  public String says() {
    return says;
  }

  /** Who they are, in a sentence. */
  public String people() {
    return this == TECHNICAL ? "technical people" : word();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
