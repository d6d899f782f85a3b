package dev.evenkeel.server.schedule.budget;

/**
 * Whether the costs of an upgrade may be counted on.
 *
 * <pre>
 * NOTHING --somebody writes costs--> OPEN --approved--> APPROVED --the costs or the budget change--> VOID
 *                                     ^                  |  taken back v                             |
 *                                     |                 WITHDRAWN --approved--> APPROVED <--approved-+
 * </pre>
 */
public enum CostState {
  /** It costs nothing, so nobody need approve it. */
  NOTHING("no costs", ""),
  OPEN("not approved", "bad"),
  APPROVED("approved", "good"),
  /** What was approved is not what there is. */
  VOID("approved once, changed since", "bad"),
  WITHDRAWN("approval taken back", "bad");

  private final String word;
  private final String tone;

  CostState(String word, String tone) {
    this.word = word;
    this.tone = tone;
  }

  public String word() {
    return word;
  }

  /** The class of its look. */
  public String tone() {
    return tone;
  }

  public boolean isUnapproved() {
    return this != NOTHING && this != APPROVED;
  }
}
